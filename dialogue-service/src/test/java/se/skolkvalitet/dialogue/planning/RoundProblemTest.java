package se.skolkvalitet.dialogue.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.MONDAY;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.SOLNA;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.SPSM;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundProblemTest {
    private static final RoundDays TEN_WEEKS = new RoundDays(MONDAY, MONDAY.plusWeeks(10));

    @Test
    void aFewMeetingsWithoutTimeAreLeftToTheSolver() {
        RoundPlan plan = RoundProblem.of(TEN_WEEKS, dialogues(100), List.of(SOLNA), List.of(SPSM), List.of());

        assertThat(plan.getMeetings()).hasSize(300).allSatisfy(meeting -> assertThat(meeting.getSlot())
                .isNotNull());
    }

    @Test
    void moreThanTheSolverCanMendIsNoProblemForIt() {
        assertThatThrownBy(() -> RoundProblem.of(TEN_WEEKS, dialogues(3000), List.of(SOLNA), List.of(SPSM), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("For [0-9]+ meetings there is no time .*\\(solna [0-9]+\\);"
                        + " the round needs more time or advisers\\.");
    }

    private static List<DialogueToPlan> dialogues(int count) {
        return IntStream.range(0, count).mapToObj(PlanningFixtures::dialogue).toList();
    }
}
