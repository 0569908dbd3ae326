package se.skolkvalitet.dialogue.planning;

import static se.skolkvalitet.dialogue.planning.MeetingKind.DIALOGUE;
import static se.skolkvalitet.dialogue.planning.MeetingKind.FEEDBACK;
import static se.skolkvalitet.dialogue.planning.MeetingKind.INTRODUCTION;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.MONDAY;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.SOLNA;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.SOLNA_TOO;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.SPSM;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.SPSM_TOO;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.UMEA;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.booked;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.dialogue;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.held;
import static se.skolkvalitet.dialogue.planning.PlanningFixtures.meeting;

import ai.timefold.solver.test.api.score.stream.ConstraintVerifier;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundConstraintsTest {
    private final ConstraintVerifier<RoundConstraints, RoundPlan> verifier =
            ConstraintVerifier.build(new RoundConstraints(), RoundPlan.class, MeetingAssignment.class);

    @Test
    void anAdviserInTwoMeetingsThatOverlapIsAConflict() {
        MeetingAssignment one = meeting(dialogue(1), DIALOGUE, MONDAY, 9, 12);
        MeetingAssignment other = meeting(dialogue(2), INTRODUCTION, MONDAY, 11, 12);

        verifier.verifyThat(RoundConstraints::adviserIsInOneMeetingAtATime)
                .given(one, other)
                .penalizesBy(1);
        verifier.verifyThat(RoundConstraints::spsmAdviserIsInOneMeetingAtATime)
                .given(one, other)
                .penalizesBy(1);
    }

    @Test
    void meetingsThatFollowOnEachOtherAreNoConflict() {
        MeetingAssignment one = meeting(dialogue(1), DIALOGUE, MONDAY, 9, 12);
        MeetingAssignment other = meeting(dialogue(2), DIALOGUE, MONDAY, 12, 15);

        verifier.verifyThat(RoundConstraints::adviserIsInOneMeetingAtATime)
                .given(one, other)
                .penalizesBy(0);
        verifier.verifyThat(RoundConstraints::spsmAdviserIsInOneMeetingAtATime)
                .given(one, other)
                .penalizesBy(0);
    }

    @Test
    void anOrganiserInTwoMeetingsAtOnceIsAConflictWithWhomeverTheyAre() {
        MeetingAssignment one = meeting(dialogue(1), INTRODUCTION, MONDAY, 9, 10);
        MeetingAssignment other =
                meeting(dialogue(1), DIALOGUE, MONDAY, 9, 12).at(new Slot(MONDAY, 9, 12), SOLNA_TOO, SPSM_TOO);

        verifier.verifyThat(RoundConstraints::organiserIsInOneMeetingAtATime)
                .given(one, other)
                .penalizesBy(1);
    }

    @Test
    void whoIsInAMeetingOfAnotherRoundThenIsAConflict() {
        MeetingAssignment meeting = meeting(dialogue(1), DIALOGUE, MONDAY, 9, 12);

        verifier.verifyThat(RoundConstraints::adviserIsInNoMeetingOfAnotherRoundThen)
                .given(meeting, booked(SOLNA, SPSM_TOO, "other", MONDAY, 11, 12))
                .penalizesBy(1);
        verifier.verifyThat(RoundConstraints::spsmAdviserIsInNoMeetingOfAnotherRoundThen)
                .given(meeting, booked(SOLNA_TOO, SPSM, "other", MONDAY, 11, 12))
                .penalizesBy(1);
        verifier.verifyThat(RoundConstraints::organiserIsInNoMeetingOfAnotherRoundThen)
                .given(meeting, booked(SOLNA_TOO, SPSM_TOO, "organiser 1", MONDAY, 11, 12))
                .penalizesBy(1);
    }

    @Test
    void meetingsOfOtherRoundsBeforeAndAfterAndOfOthersAreNoConflict() {
        verifier.verifyThat()
                .given(
                        meeting(dialogue(1), DIALOGUE, MONDAY, 9, 12),
                        booked(SOLNA, SPSM, "organiser 1", MONDAY, 8, 9),
                        booked(SOLNA, SPSM, "organiser 1", MONDAY, 12, 13),
                        booked(SOLNA_TOO, SPSM_TOO, "organiser 2", MONDAY, 9, 12))
                .scores(ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore.ofSoft(-1));
    }

    @ParameterizedTest
    @CsvSource({"13, 1", "14, 0", "60, 0", "-20, 1"})
    void theIntroductionComesTwoWeeksBefore(int days, int conflicts) {
        verifier.verifyThat(RoundConstraints::introductionIsTwoWeeksBeforeTheDialogue)
                .given(
                        meeting(dialogue(1), INTRODUCTION, MONDAY, 9, 10),
                        meeting(dialogue(1), DIALOGUE, MONDAY.plusDays(days), 9, 12),
                        meeting(dialogue(2), DIALOGUE, MONDAY, 9, 12))
                .penalizesBy(conflicts);
    }

    @ParameterizedTest
    @CsvSource({"20, 1", "21, 0", "56, 0", "57, 1"})
    void theFeedbackComesThreeToEightWeeksAfter(int days, int conflicts) {
        verifier.verifyThat(RoundConstraints::feedbackIsThreeToEightWeeksAfterTheDialogue)
                .given(
                        meeting(dialogue(1), DIALOGUE, MONDAY, 9, 12),
                        meeting(dialogue(1), FEEDBACK, MONDAY.plusDays(days), 9, 10))
                .penalizesBy(conflicts);
    }

    @Test
    void anAdviserOfAnotherOfficeIsAConflict() {
        MeetingAssignment wrong = meeting(dialogue(1), DIALOGUE, MONDAY, 9, 12).at(new Slot(MONDAY, 9, 12), UMEA, SPSM);
        MeetingAssignment right = meeting(dialogue(2), DIALOGUE, MONDAY, 13, 16);

        verifier.verifyThat(RoundConstraints::onlyAdvisersOfTheResponsibleOffice)
                .given(wrong, right)
                .penalizesBy(1);
    }

    @ParameterizedTest
    @CsvSource({"2027-01-06, 1", "2027-06-25, 1", "2027-05-06, 1", "2027-05-08, 1", "2027-05-07, 0"})
    void aHolidayAnEveOrAWeekendIsAConflict(LocalDate day, int conflicts) {
        verifier.verifyThat(RoundConstraints::noMeetingOnADayOff)
                .given(meeting(dialogue(1), DIALOGUE, day, 9, 12))
                .penalizesBy(conflicts);
    }

    @Test
    void aChangeOfAdviserWithinADialogueCosts() {
        MeetingAssignment one = meeting(dialogue(1), DIALOGUE, MONDAY, 9, 12);
        MeetingAssignment other = meeting(dialogue(1), FEEDBACK, MONDAY.plusDays(30), 9, 10)
                .at(new Slot(MONDAY.plusDays(30), 9, 10), SOLNA_TOO, SPSM);

        verifier.verifyThat(RoundConstraints::sameAdviserThroughADialogue)
                .given(one, other)
                .penalizesBy(10);
    }

    @Test
    void anEvenLoadCostsLessThanAnUnevenOne() {
        MeetingAssignment one = meeting(dialogue(1), DIALOGUE, MONDAY, 9, 12);
        MeetingAssignment other = meeting(dialogue(2), DIALOGUE, MONDAY, 13, 16);

        verifier.verifyThat(RoundConstraints::loadIsEvenlySpread)
                .given(one, other)
                .penalizesBy(4);
        verifier.verifyThat(RoundConstraints::loadIsEvenlySpread)
                .given(one, other.at(other.getSlot(), SOLNA_TOO, SPSM))
                .penalizesBy(2);
    }

    @Test
    void aDialogueThatKeepsEveryRuleHasNoHardConflict() {
        verifier.verifyThat()
                .given(held(dialogue(1), MONDAY).toArray())
                .scores(ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore.of(0, -9 - 5));
    }
}
