package se.skolkvalitet.dialogue.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.MONDAY;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.SOLNA;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.SPSM;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.SPSM_TOO;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundProblemTest {
    private static final UUID NOBODY = new UUID(9, 9);
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

    /** The adviser with less to do has no hour in common with the only colleague; the other one has. */
    @Test
    void whoHasTimeTogetherIsFoundAlsoWhereTheyAreNotThoseWithLeastToDo() {
        List<BookedMeeting> booked = new ArrayList<>();
        for (LocalDate day = MONDAY; day.isBefore(MONDAY.plusWeeks(11)); day = day.plusDays(1)) {
            booked.add(new BookedMeeting(SOLNA.id(), SPSM_TOO.id(), "other", new Slot(day, 6, 12)));
            booked.add(new BookedMeeting(NOBODY, SPSM.id(), "another", new Slot(day, 12, 17)));
        }

        RoundPlan plan = RoundProblem.of(TEN_WEEKS, dialogues(1), List.of(SOLNA), List.of(SPSM, SPSM_TOO), booked);

        assertThat(PlanChecker.conflicts(plan.getMeetings(), booked)).isEmpty();
    }

    @Test
    void aFeedbackMeetingThatComesTooLateHasNoTime() {
        List<BookedMeeting> booked = new ArrayList<>();
        LocalDate dialogue = MONDAY.plusDays(14);
        for (LocalDate day = dialogue.plusDays(1); !day.isAfter(dialogue.plusDays(80)); day = day.plusDays(1)) {
            booked.add(new BookedMeeting(SOLNA.id(), SPSM.id(), "other", new Slot(day, 0, 23)));
        }
        RoundDays halfAYear = new RoundDays(MONDAY, MONDAY.plusWeeks(26));

        RoundPlan plan = RoundProblem.of(halfAYear, dialogues(1), List.of(SOLNA), List.of(SPSM), booked);

        assertThat(plan.getMeetings())
                .filteredOn(meeting -> meeting.getKind() == MeetingKind.FEEDBACK)
                .singleElement()
                .satisfies(meeting -> assertThat(meeting.getSlot().day()).isAfter(dialogue.plusDays(140)));
    }

    private static List<DialogueToPlan> dialogues(int count) {
        return IntStream.range(0, count).mapToObj(PlanningFixtures::dialogue).toList();
    }
}
