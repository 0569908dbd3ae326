package se.skolkvalitet.dialogue.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.MONDAY;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.SOLNA;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.SOLNA_TOO;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.SPSM;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.SPSM_TOO;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.UMEA;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.booked;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.dialogue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan before the solver, which need not mend what is right from the start. */
class GreedyPlannerTest {
    private static final int MOST_WITHOUT_TIME = 10;
    private static final List<Adviser> ADVISERS = List.of(SOLNA, SOLNA_TOO);
    private static final List<Adviser> SPSM_ADVISERS = List.of(SPSM, SPSM_TOO);

    @Property(tries = 50)
    void noAdviserHasMoreThanOneDialogueMoreThanAnother(@ForAll @IntRange(min = 1, max = 60) int dialogues) {
        RoundDays days = new RoundDays(MONDAY, MONDAY.plusWeeks(26));
        List<DialogueToPlan> toPlan = IntStream.range(0, dialogues)
                .mapToObj(PlanningFixtures::dialogue)
                .toList();

        List<MeetingAssignment> meetings = RoundProblem.of(days, toPlan, ADVISERS, SPSM_ADVISERS, List.of())
                .getMeetings();

        assertThat(dialoguesOf(SOLNA, MeetingAssignment::getAdviser, meetings))
                .isBetween(dialogues / 2, dialogues - dialogues / 2);
        assertThat(dialoguesOf(SPSM, MeetingAssignment::getSpsmAdviser, meetings))
                .isBetween(dialogues / 2, dialogues - dialogues / 2);
    }

    @Test
    void aMeetingOfAnotherRoundCountsAsWork() {
        List<MeetingAssignment> meetings = meetings(35, 9);
        List<BookedMeeting> booked = List.of(booked(SOLNA, SPSM, "other", MONDAY.plusDays(1), 9, 10));

        GreedyPlanner.plan(meetings, booked, MOST_WITHOUT_TIME);

        assertThat(meetings).allSatisfy(meeting -> {
            assertThat(meeting.getAdviser()).isEqualTo(SOLNA_TOO);
            assertThat(meeting.getSpsmAdviser()).isEqualTo(SPSM_TOO);
        });
    }

    @Test
    void anOrganiserInAMeetingOfAnotherRoundIsNotPlannedThen() {
        List<MeetingAssignment> meetings = meetings(35, 9, 13);
        List<BookedMeeting> booked = List.of(
                booked(UMEA, UMEA, "organiser 1", MONDAY, 9, 10),
                booked(UMEA, UMEA, "organiser 1", MONDAY.plusDays(14), 11, 12),
                booked(UMEA, UMEA, "organiser 1", MONDAY.plusDays(35), 8, 12));

        GreedyPlanner.plan(meetings, booked, MOST_WITHOUT_TIME);

        assertThat(meetings)
                .extracting(MeetingAssignment::getSlot)
                .extracting(Slot::startHour)
                .containsOnly(13);
    }

    @ParameterizedTest
    @ValueSource(ints = {35, 70})
    void aFeedbackMeetingMayBe21To56DaysAfterItsDialogue(int day) {
        List<MeetingAssignment> meetings = meetings(day, 9);

        List<MeetingAssignment> withoutTime = GreedyPlanner.plan(meetings, List.of(), MOST_WITHOUT_TIME);

        assertThat(withoutTime).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {34, 71})
    void aFeedbackMeetingHasNoTimeSoonerOrLaterThanThat(int day) {
        List<MeetingAssignment> meetings = meetings(day, 9);

        List<MeetingAssignment> withoutTime = GreedyPlanner.plan(meetings, List.of(), MOST_WITHOUT_TIME);

        assertThat(withoutTime)
                .singleElement()
                .extracting(MeetingAssignment::getKind)
                .isEqualTo(MeetingKind.FEEDBACK);
    }

    /** The two of the introduction's only hour have most to do, and each of the others has that hour taken. */
    @Test
    void everyPairIsTriedUntilOneHasTime() {
        List<MeetingAssignment> meetings = meetings(35, 9);
        List<BookedMeeting> booked = List.of(
                booked(SOLNA, UMEA, "other", MONDAY, 9, 10),
                booked(UMEA, SPSM, "another", MONDAY, 9, 10),
                booked(SOLNA_TOO, SPSM_TOO, "a third", MONDAY.plusDays(1), 9, 12));

        List<MeetingAssignment> withoutTime = GreedyPlanner.plan(meetings, booked, MOST_WITHOUT_TIME);

        assertThat(withoutTime).isEmpty();
    }

    /** Of one dialogue, which can be held on the fourteenth day only; the introduction on the first. */
    private static List<MeetingAssignment> meetings(int feedback, int... hours) {
        return List.of(
                meeting(MeetingKind.INTRODUCTION, 0, 1, hours),
                meeting(MeetingKind.DIALOGUE, 14, 3, hours),
                meeting(MeetingKind.FEEDBACK, feedback, 1, hours));
    }

    private static MeetingAssignment meeting(MeetingKind kind, int day, int length, int... hours) {
        List<Slot> slots = IntStream.of(hours)
                .mapToObj(hour -> new Slot(MONDAY.plusDays(day), hour, hour + length))
                .toList();
        return new MeetingAssignment(dialogue(1), kind, slots, ADVISERS, SPSM_ADVISERS);
    }

    private static int dialoguesOf(
            Adviser adviser, Function<MeetingAssignment, Adviser> who, List<MeetingAssignment> meetings) {
        return (int) meetings.stream()
                .filter(meeting -> meeting.getKind() == MeetingKind.DIALOGUE
                        && who.apply(meeting).equals(adviser))
                .count();
    }
}
