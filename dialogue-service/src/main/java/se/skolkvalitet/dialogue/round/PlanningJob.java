package se.skolkvalitet.dialogue.round;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import se.skolkvalitet.dialogue.dialogue.RoundCode;
import se.skolkvalitet.dialogue.planning.PlanChecker;
import se.skolkvalitet.dialogue.planning.RoundPlan;
import se.skolkvalitet.dialogue.round.Plan.Conflict;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.jobs.JobHandler;
import se.skolkvalitet.kit.jobs.JobRun;

/**
 * Plans a round: solves, checks the result without the solver, and saves meetings and events in one transaction. When
 * it is cut off it starts again, and comes to the same plan unless other rounds were planned on its days meanwhile.
 */
@ApplicationScoped
class PlanningJob implements JobHandler<PlanningJob.Parameters> {
    static final String KIND = "round-planning";
    private static final int MOST_TOLD = 100;
    private static final int MOST_TRIES = 3;

    @Inject
    Rounds rounds;

    @Inject
    SolverFactory<RoundPlan> solvers;

    @Inject
    Clock clock;

    record Parameters(RoundCode round) {}

    /**
     * What came of the planning.
     *
     * @param penalty as of the plan
     * @param conflictCount how many the independent checker found
     * @param conflicts the first hundred of them
     */
    public record Report(RoundCode round, int meetings, int penalty, int conflictCount, List<Conflict> conflicts) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Parameters> parametersType() {
        return Parameters.class;
    }

    /**
     * Plannings come one after the other, so a plan clashes with another only where something else books advisers. It
     * is made anew then, around those meetings.
     */
    @Override
    public Object run(JobRun run, Parameters parameters) {
        for (int tries = 1; ; tries++) {
            try {
                return once(run, parameters);
            } catch (BookedMeanwhile e) {
                if (tries == MOST_TRIES) {
                    throw new JobFailed(e.getMessage());
                }
            }
        }
    }

    private Report once(JobRun run, Parameters parameters) {
        RoundPlan problem = problem(parameters.round());
        run.checkpoint();
        RoundPlan plan = solve(run, problem);
        // An interrupted solver returns the best plan so far, as though it had ended.
        run.checkpoint();
        List<String> conflicts = PlanChecker.conflicts(plan.getMeetings(), plan.getBooked());
        Report report = new Report(
                parameters.round(),
                plan.getMeetings().size(),
                -plan.getScore().softScore(),
                conflicts.size(),
                conflicts.stream().limit(MOST_TOLD).map(Conflict::new).toList());
        if (!conflicts.isEmpty()) {
            throw new JobFailed("No plan without conflicts was found; the round needs more time or advisers.", report);
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            rounds.save(parameters.round(), plan, clock.instant().atOffset(ZoneOffset.UTC));
            run.complete(report);
            return report;
        });
    }

    private RoundPlan problem(RoundCode round) {
        try {
            return rounds.problem(round);
        } catch (IllegalArgumentException e) {
            throw new JobFailed(e.getMessage());
        }
    }

    private RoundPlan solve(JobRun run, RoundPlan problem) {
        Solver<RoundPlan> solver = solvers.buildSolver();
        long[] improvements = {0};
        solver.addEventListener(event -> {
            improvements[0]++;
            run.progress("best score so far " + event.getNewBestScore(), improvements[0], null);
        });
        return solver.solve(problem);
    }
}
