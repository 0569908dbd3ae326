package se.skolkvalitet.dialogue.planning;

import static ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore.ONE_HARD;
import static ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore.ONE_SOFT;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.count;
import static ai.timefold.solver.core.api.score.stream.Joiners.equal;
import static ai.timefold.solver.core.api.score.stream.Joiners.filtering;
import static ai.timefold.solver.core.api.score.stream.Joiners.overlapping;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.bi.BiConstraintStream;
import ai.timefold.solver.core.api.score.stream.bi.BiJoiner;

/** What a plan must keep to, and what makes one plan better than another. */
public class RoundConstraints implements ConstraintProvider {
    private static final int CHANGE_OF_ADVISER = 10;
    private static final int DAYS_OF_A_WEEK = 7;

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            adviserIsInOneMeetingAtATime(factory),
            spsmAdviserIsInOneMeetingAtATime(factory),
            organiserIsInOneMeetingAtATime(factory),
            adviserIsInNoMeetingOfAnotherRoundThen(factory),
            spsmAdviserIsInNoMeetingOfAnotherRoundThen(factory),
            organiserIsInNoMeetingOfAnotherRoundThen(factory),
            introductionIsTwoWeeksBeforeTheDialogue(factory),
            feedbackIsThreeToEightWeeksAfterTheDialogue(factory),
            onlyAdvisersOfTheResponsibleOffice(factory),
            noMeetingOnADayOff(factory),
            sameAdviserThroughADialogue(factory),
            loadIsEvenlySpread(factory),
            aDialogueDoesNotDragOn(factory)
        };
    }

    Constraint adviserIsInOneMeetingAtATime(ConstraintFactory factory) {
        return factory.forEachUniquePair(
                        MeetingAssignment.class,
                        equal(MeetingAssignment::getAdviser),
                        overlapping(MeetingAssignment::startsAt, MeetingAssignment::endsAt))
                .penalize(ONE_HARD)
                .asConstraint("An adviser is in one meeting at a time");
    }

    Constraint spsmAdviserIsInOneMeetingAtATime(ConstraintFactory factory) {
        return factory.forEachUniquePair(
                        MeetingAssignment.class,
                        equal(MeetingAssignment::getSpsmAdviser),
                        overlapping(MeetingAssignment::startsAt, MeetingAssignment::endsAt))
                .penalize(ONE_HARD)
                .asConstraint("An adviser of SPSM is in one meeting at a time");
    }

    Constraint organiserIsInOneMeetingAtATime(ConstraintFactory factory) {
        return factory.forEachUniquePair(
                        MeetingAssignment.class,
                        equal(MeetingAssignment::getDialogue),
                        overlapping(MeetingAssignment::startsAt, MeetingAssignment::endsAt))
                .penalize(ONE_HARD)
                .asConstraint("An organiser is in one meeting at a time");
    }

    Constraint adviserIsInNoMeetingOfAnotherRoundThen(ConstraintFactory factory) {
        return sameTimeInAnotherRound(
                        factory, equal(meeting -> meeting.getAdviser().id(), BookedMeeting::adviser))
                .penalize(ONE_HARD)
                .asConstraint("An adviser is in no meeting of another round then");
    }

    Constraint spsmAdviserIsInNoMeetingOfAnotherRoundThen(ConstraintFactory factory) {
        return sameTimeInAnotherRound(
                        factory, equal(meeting -> meeting.getSpsmAdviser().id(), BookedMeeting::spsmAdviser))
                .penalize(ONE_HARD)
                .asConstraint("An adviser of SPSM is in no meeting of another round then");
    }

    Constraint organiserIsInNoMeetingOfAnotherRoundThen(ConstraintFactory factory) {
        return sameTimeInAnotherRound(
                        factory, equal(meeting -> meeting.getDialogue().organiser(), BookedMeeting::organiser))
                .penalize(ONE_HARD)
                .asConstraint("An organiser is in no meeting of another round then");
    }

    Constraint introductionIsTwoWeeksBeforeTheDialogue(ConstraintFactory factory) {
        return pair(factory, MeetingKind.INTRODUCTION, MeetingKind.DIALOGUE)
                .filter((introduction, dialogue) ->
                        introduction.daysUntil(dialogue) < Gaps.INTRODUCTION_TO_DIALOGUE_LEAST)
                .penalize(ONE_HARD)
                .asConstraint("The introduction is at least two weeks before the dialogue");
    }

    Constraint feedbackIsThreeToEightWeeksAfterTheDialogue(ConstraintFactory factory) {
        return pair(factory, MeetingKind.DIALOGUE, MeetingKind.FEEDBACK)
                .filter((dialogue, feedback) -> dialogue.daysUntil(feedback) < Gaps.DIALOGUE_TO_FEEDBACK_LEAST
                        || dialogue.daysUntil(feedback) > Gaps.DIALOGUE_TO_FEEDBACK_MOST)
                .penalize(ONE_HARD)
                .asConstraint("The feedback meeting is three to eight weeks after the dialogue");
    }

    Constraint onlyAdvisersOfTheResponsibleOffice(ConstraintFactory factory) {
        return factory.forEach(MeetingAssignment.class)
                .filter(meeting -> !meeting.getAdviser()
                                .office()
                                .equals(meeting.getDialogue().office())
                        || !meeting.getSpsmAdviser()
                                .office()
                                .equals(meeting.getDialogue().office()))
                .penalize(ONE_HARD)
                .asConstraint("Only advisers of the responsible office");
    }

    Constraint noMeetingOnADayOff(ConstraintFactory factory) {
        return factory.forEach(MeetingAssignment.class)
                .filter(meeting -> !WorkingDays.isWorkingDay(meeting.getSlot().day()))
                .penalize(ONE_HARD)
                .asConstraint("No meeting on a day off");
    }

    Constraint sameAdviserThroughADialogue(ConstraintFactory factory) {
        return factory.forEachUniquePair(
                        MeetingAssignment.class,
                        equal(MeetingAssignment::getDialogue),
                        filtering((one, other) -> !one.getAdviser().equals(other.getAdviser())
                                || !one.getSpsmAdviser().equals(other.getSpsmAdviser())))
                .penalize(ONE_SOFT, (one, other) -> CHANGE_OF_ADVISER)
                .asConstraint("The same advisers through a dialogue");
    }

    Constraint loadIsEvenlySpread(ConstraintFactory factory) {
        return factory.forEach(MeetingAssignment.class)
                .groupBy(MeetingAssignment::getAdviser, count())
                .penalize(ONE_SOFT, (adviser, meetings) -> meetings * meetings)
                .asConstraint("Load is evenly spread");
    }

    Constraint aDialogueDoesNotDragOn(ConstraintFactory factory) {
        return pair(factory, MeetingKind.INTRODUCTION, MeetingKind.FEEDBACK)
                .penalize(ONE_SOFT, (introduction, feedback) -> weeks(introduction, feedback))
                .asConstraint("A dialogue does not drag on");
    }

    /** None where the order is wrong, which a hard constraint looks after. */
    private static int weeks(MeetingAssignment first, MeetingAssignment last) {
        return (int) Math.max(0, first.daysUntil(last) / DAYS_OF_A_WEEK);
    }

    private static BiConstraintStream<MeetingAssignment, BookedMeeting> sameTimeInAnotherRound(
            ConstraintFactory factory, BiJoiner<MeetingAssignment, BookedMeeting> samePerson) {
        return factory.forEach(MeetingAssignment.class)
                .join(
                        BookedMeeting.class,
                        samePerson,
                        overlapping(
                                MeetingAssignment::startsAt,
                                MeetingAssignment::endsAt,
                                BookedMeeting::startsAt,
                                BookedMeeting::endsAt));
    }

    private static BiConstraintStream<MeetingAssignment, MeetingAssignment> pair(
            ConstraintFactory factory, MeetingKind first, MeetingKind second) {
        return factory.forEach(MeetingAssignment.class)
                .filter(meeting -> meeting.getKind() == first)
                .join(
                        factory.forEach(MeetingAssignment.class).filter(meeting -> meeting.getKind() == second),
                        equal(MeetingAssignment::getDialogue));
    }
}
