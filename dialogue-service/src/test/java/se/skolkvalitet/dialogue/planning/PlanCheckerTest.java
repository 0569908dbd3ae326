package se.skolkvalitet.dialogue.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static se.skolkvalitet.dialogue.planning.MeetingKind.DIALOGUE;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.MONDAY;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.SOLNA;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.SOLNA_TOO;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.SPSM;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.SPSM_TOO;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.UMEA;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.dialogue;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.held;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PlanCheckerTest {
    @Test
    void findsNothingInAPlanThatKeepsEveryRule() {
        assertThat(PlanChecker.conflicts(held(dialogue(1), MONDAY), List.of())).isEmpty();
    }

    @Test
    void findsAnAdviserWhoIsTwiceAtOnce() {
        List<MeetingAssignment> meetings = new ArrayList<>(held(dialogue(1), MONDAY));
        meetings.addAll(held(dialogue(2), MONDAY));

        // Three meetings at the same times, each with the same two advisers.
        assertThat(PlanChecker.conflicts(meetings, List.of())).hasSize(6);
    }

    @Test
    void findsWhoIsInAMeetingOfAnotherRoundAtOnce() {
        List<BookedMeeting> booked = List.of(
                PlanningFixtures.booked(SOLNA, SPSM_TOO, "other", MONDAY, 9, 10),
                PlanningFixtures.booked(SOLNA_TOO, SPSM, "other", MONDAY.plusDays(14), 11, 12),
                PlanningFixtures.booked(SOLNA_TOO, SPSM_TOO, "organiser 1", MONDAY.plusDays(35), 8, 11),
                PlanningFixtures.booked(SOLNA, SPSM, "organiser 1", MONDAY.plusDays(35), 10, 12));

        assertThat(PlanChecker.conflicts(held(dialogue(1), MONDAY), booked))
                .anyMatch(conflict -> conflict.startsWith("adviser ") && conflict.contains("/introduction"))
                .anyMatch(conflict -> conflict.startsWith("SPSM adviser ") && conflict.contains("/dialogue"))
                .anyMatch(conflict -> conflict.startsWith("organiser organiser 1") && conflict.contains("/feedback"))
                .hasSize(3);
    }

    @Test
    void findsAMissingMeeting() {
        assertThat(PlanChecker.conflicts(held(dialogue(1), MONDAY).subList(0, 2), List.of()))
                .singleElement()
                .asString()
                .contains("does not have three meetings");
    }

    @Test
    void findsAnotherOfficesAdviserADayOffAndWrongGaps() {
        List<MeetingAssignment> meetings = new ArrayList<>(held(dialogue(1), MONDAY));
        meetings.replaceAll(meeting ->
                meeting.getKind() == DIALOGUE ? meeting.at(new Slot(MONDAY.plusDays(12), 9, 12), UMEA, SPSM) : meeting);

        assertThat(PlanChecker.conflicts(meetings, List.of()))
                .anyMatch(conflict -> conflict.contains("another office"))
                .anyMatch(conflict -> conflict.contains("a day off"))
                .anyMatch(conflict -> conflict.contains("12 days after its introduction"))
                .hasSize(3);
    }

    /** The greedy planner is what every plan starts from. */
    @Property(tries = 50)
    void theGreedyPlanHasNoConflictWhereThereIsTimeEnough(
            @ForAll @IntRange(min = 1, max = 60) int dialogues, @ForAll @IntRange(min = 1, max = 4) int advisers) {
        RoundPlan plan = RoundProblem.of(
                new RoundDays(MONDAY, MONDAY.plusWeeks(26)),
                IntStream.range(0, dialogues)
                        .mapToObj(PlanningFixtures::dialogue)
                        .toList(),
                advisers(advisers, 100),
                advisers(advisers, 200),
                List.of());

        assertThat(PlanChecker.conflicts(plan.getMeetings(), List.of())).isEmpty();
    }

    @Property(tries = 50)
    void aRoundIsPlannedAroundAnotherOnTheSameDays(
            @ForAll @IntRange(min = 1, max = 25) int dialogues, @ForAll @IntRange(min = 1, max = 4) int advisers) {
        RoundDays days = new RoundDays(MONDAY, MONDAY.plusWeeks(26));
        // The second with the same organisers and advisers, and one adviser more of each agency.
        RoundPlan first = RoundProblem.of(
                days, dialogues(dialogues, 1), advisers(advisers, 100), advisers(advisers, 200), List.of());
        List<BookedMeeting> booked =
                first.getMeetings().stream().map(PlanCheckerTest::booked).toList();

        RoundPlan second = RoundProblem.of(
                days, dialogues(dialogues, 2), advisers(advisers + 1, 100), advisers(advisers + 1, 200), booked);

        List<MeetingAssignment> all = new ArrayList<>(first.getMeetings());
        all.addAll(second.getMeetings());
        assertThat(PlanChecker.conflicts(all, List.of())).isEmpty();
    }

    @Property(tries = 50)
    void aRoundIsPlannedAroundWhateverIsBooked(
            @ForAll @IntRange(min = 1, max = 25) int dialogues,
            @ForAll @Size(max = 150) List<@From("bookings") BookedMeeting> booked) {
        RoundPlan plan = RoundProblem.of(
                new RoundDays(MONDAY, MONDAY.plusWeeks(26)),
                dialogues(dialogues, 1),
                advisers(3, 100),
                advisers(3, 200),
                booked);

        assertThat(PlanChecker.conflicts(plan.getMeetings(), booked)).isEmpty();
    }

    /** Of the same people, at any hours of the round. */
    @Provide
    Arbitrary<BookedMeeting> bookings() {
        Arbitrary<Slot> slots = Combinators.combine(
                        Arbitraries.integers().between(0, 181),
                        Arbitraries.integers().between(7, 17),
                        Arbitraries.integers().between(1, 4))
                .as((day, hour, hours) -> new Slot(MONDAY.plusDays(day), hour, hour + hours));
        return Combinators.combine(
                        Arbitraries.of(advisers(3, 100)),
                        Arbitraries.of(advisers(3, 200)),
                        Arbitraries.integers().between(0, 24),
                        slots)
                .as((adviser, spsmAdviser, organiser, slot) ->
                        new BookedMeeting(adviser.id(), spsmAdviser.id(), "organiser " + organiser, slot));
    }

    private static List<DialogueToPlan> dialogues(int count, int round) {
        return IntStream.range(0, count)
                .mapToObj(number -> new DialogueToPlan(new UUID(round, number), "organiser " + number, "solna"))
                .toList();
    }

    private static BookedMeeting booked(MeetingAssignment meeting) {
        return new BookedMeeting(
                meeting.getAdviser().id(),
                meeting.getSpsmAdviser().id(),
                meeting.getDialogue().organiser(),
                meeting.getSlot());
    }

    private static List<Adviser> advisers(int count, int from) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> new Adviser(new UUID(2, number), "solna"))
                .toList();
    }
}
