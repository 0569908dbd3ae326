package se.skolkvalitet.dialogue.planning;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore;
import java.util.List;

/** All meetings of a round, planned or to be planned. */
@PlanningSolution
public class RoundPlan {
    @PlanningEntityCollectionProperty
    private List<MeetingAssignment> meetings;

    @ProblemFactCollectionProperty
    private List<BookedMeeting> booked;

    @PlanningScore
    private HardSoftScore score;

    /** For the solver, which makes copies. */
    public RoundPlan() {}

    public RoundPlan(List<MeetingAssignment> meetings, List<BookedMeeting> booked) {
        this.meetings = meetings;
        this.booked = booked;
    }

    public List<MeetingAssignment> getMeetings() {
        return meetings;
    }

    /** Meetings of other rounds that the plan was made around. */
    public List<BookedMeeting> getBooked() {
        return booked;
    }

    public HardSoftScore getScore() {
        return score;
    }

    public void setScore(HardSoftScore score) {
        this.score = score;
    }
}
