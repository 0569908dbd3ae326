package se.skolkvalitet.dialogue.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static se.skolkvalitet.dialogue.planning.MeetingKind.DIALOGUE;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.MONDAY;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.SPSM;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.UMEA;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.dialogue;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.held;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlanCheckerTest {
    @Test
    void findsNothingInAPlanThatKeepsEveryRule() {
        assertThat(PlanChecker.conflicts(held(dialogue(1), MONDAY))).isEmpty();
    }

    @Test
    void findsAnAdviserWhoIsTwiceAtOnce() {
        List<MeetingAssignment> meetings = new ArrayList<>(held(dialogue(1), MONDAY));
        meetings.addAll(held(dialogue(2), MONDAY));

        // Three meetings at the same times, each with the same two advisers.
        assertThat(PlanChecker.conflicts(meetings)).hasSize(6);
    }

    @Test
    void findsAMissingMeeting() {
        assertThat(PlanChecker.conflicts(held(dialogue(1), MONDAY).subList(0, 2)))
                .singleElement()
                .asString()
                .contains("does not have three meetings");
    }

    @Test
    void findsAnotherOfficesAdviserADayOffAndWrongGaps() {
        List<MeetingAssignment> meetings = new ArrayList<>(held(dialogue(1), MONDAY));
        meetings.replaceAll(meeting ->
                meeting.getKind() == DIALOGUE ? meeting.at(new Slot(MONDAY.plusDays(12), 9, 12), UMEA, SPSM) : meeting);

        assertThat(PlanChecker.conflicts(meetings))
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
                advisers(advisers, 200));

        assertThat(PlanChecker.conflicts(plan.getMeetings())).isEmpty();
    }

    private static List<Adviser> advisers(int count, int from) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> new Adviser(new java.util.UUID(2, number), "solna"))
                .toList();
    }
}
