package se.skolkvalitet.dialogue.round;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.dialogue.dialogue.RoundCode;
import se.skolkvalitet.dialogue.planning.MeetingAssignment;
import se.skolkvalitet.dialogue.planning.RoundConstraints;
import se.skolkvalitet.dialogue.planning.RoundPlan;
import se.skolkvalitet.kit.jobs.JobFailed;

/** A planning that is overtaken: while its solver works, other rounds book the one adviser that each agency has. */
@QuarkusTest
class BookedMeanwhileTest {
    private static final RoundCode ROUND = new RoundCode("overtaken");
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-12-01T10:00:00Z");

    @Inject
    Rounds rounds;

    @Inject
    Jdbi jdbi;

    private final PlanningJob planning = new PlanningJob();

    @BeforeEach
    void aRoundWhoseFirstPlanIsItsBest() {
        OneOrganiser.alone(jdbi);
        open(ROUND);
        planning.rounds = rounds;
        planning.clock = Clock.systemUTC();
        planning.solvers = SolverFactory.create(new SolverConfig()
                .withSolutionClass(RoundPlan.class)
                .withEntityClasses(MeetingAssignment.class)
                .withConstraintProviderClass(RoundConstraints.class)
                .withPhases(new LocalSearchPhaseConfig()
                        .withTerminationConfig(new TerminationConfig().withMoveCountLimit(1000L))));
    }

    @Test
    void aRoundThatIsOvertakenIsPlannedAnewAroundWhatWasBooked() {
        OvertakenRun run = new OvertakenRun(1);

        planning.run(run, new PlanningJob.Parameters(ROUND));

        assertThat(run.tries).isEqualTo(2);
        given().get("/v1/rounds/overtaken").then().body("state", equalTo("planned"));
        given().get("/v1/rounds/overtaken/plan")
                .then()
                .body("meetings", equalTo(3))
                .body("conflicts", hasSize(0));
        given().get("/v1/rounds/other-1/plan").then().body("conflicts", hasSize(0));
    }

    @Test
    void aRoundThatIsOvertakenEachTimeIsGivenUpAndSaysWhy() {
        OvertakenRun run = new OvertakenRun(100);

        Throwable met = catchThrowable(() -> planning.run(run, new PlanningJob.Parameters(ROUND)));

        assertThat(met).isInstanceOf(JobFailed.class).hasMessageContaining("in meetings of other rounds");
        assertThat(run.tries).isEqualTo(3);
        given().get("/v1/rounds/overtaken").then().body("state", equalTo("open"));
    }

    private void open(RoundCode code) {
        rounds.open(new RoundResource.RoundRequest(
                code, "Round", LocalDate.of(2027, 2, 1), LocalDate.of(2027, 6, 30), null));
    }

    /** Another round is saved each time before the solver begins, with what would be the best plan of this one, too. */
    private final class OvertakenRun extends PlanningRun {
        private final int mostTimes;
        private int tries;
        private boolean solved = true;

        OvertakenRun(int mostTimes) {
            this.mostTimes = mostTimes;
        }

        /** Asked before and after the solver. */
        @Override
        public void checkpoint() {
            solved = !solved;
            if (!solved && ++tries <= mostTimes) {
                saveAnotherRound(new RoundCode("other-" + tries));
            }
        }

        private void saveAnotherRound(RoundCode code) {
            open(code);
            RoundPlan plan = rounds.problem(code);
            plan.setScore(HardSoftScore.ZERO);
            QuarkusTransaction.requiringNew().run(() -> rounds.save(code, plan, NOW));
        }
    }
}
