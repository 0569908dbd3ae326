package se.skolkvalitet.dialogue.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.dialogue.dialogue.RoundCode;
import se.skolkvalitet.kit.jobs.RunEnded;

/** A service that stops while its solver runs; the solver then returns the best plan so far. */
@QuarkusTest
class PlanningStoppedTest {
    private static final RoundCode ROUND = new RoundCode("stopped");

    @Inject
    PlanningJob planning;

    @Inject
    Rounds rounds;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void aRoundThatCanBePlanned() {
        OneOrganiser.alone(jdbi);
        rounds.open(new RoundResource.RoundRequest(
                ROUND, "Round", LocalDate.of(2027, 2, 1), LocalDate.of(2027, 6, 30), List.of("5555550001")));
    }

    @AfterEach
    void noInterruptIsLeft() {
        Thread.interrupted();
    }

    @Test
    void theBestPlanSoFarIsNotSavedWhenTheServiceStops() {
        StoppedRun run = new StoppedRun();

        Throwable met = catchThrowable(() -> planning.run(run, new PlanningJob.Parameters(ROUND)));

        assertThat(run.stopped).isTrue();
        assertThat(met).isInstanceOf(RunEnded.class);
        assertThat(run.completed).isFalse();
        assertThat(meetings()).isZero();
        assertThat(rounds.find(ROUND).state()).isEqualTo(RoundState.OPEN);
    }

    @Test
    void aPlanningThatIsToStopDoesNotBeginToSolve() {
        StoppedRun run = new StoppedRun();
        run.stop();

        Throwable met = catchThrowable(() -> planning.run(run, new PlanningJob.Parameters(ROUND)));

        assertThat(met).isInstanceOf(RunEnded.class);
        assertThat(run.progressed).isFalse();
    }

    private int meetings() {
        return jdbi.withHandle(handle -> handle.select("select count(*) from meeting")
                .mapTo(Integer.class)
                .one());
    }

    /** Stopped as the worker stops a run, by a word and an interrupt, when the solver tells of its first plan. */
    private static final class StoppedRun extends PlanningRun {
        private boolean stopped;
        private boolean progressed;
        private boolean completed;

        void stop() {
            stopped = true;
            Thread.currentThread().interrupt();
        }

        @Override
        public void progress(String step, long done, Long total) {
            progressed = true;
            if (!stopped) {
                stop();
            }
        }

        @Override
        public void checkpoint() {
            if (stopped) {
                throw new RunEnded("the service stops");
            }
        }

        @Override
        public void hold() {
            checkpoint();
        }

        @Override
        public void complete(Object report) {
            completed = true;
        }
    }
}
