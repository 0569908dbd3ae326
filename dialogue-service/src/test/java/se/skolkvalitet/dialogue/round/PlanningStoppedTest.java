package se.skolkvalitet.dialogue.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.dialogue.dialogue.RoundCode;
import se.skolkvalitet.kit.imports.LineFaults;
import se.skolkvalitet.kit.jobs.JobRun;
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
        jdbi.useHandle(handle -> {
            handle.execute("truncate office, adviser, organiser, analysis, round, dialogue, meeting, outbox cascade");
            handle.execute("insert into office values ('solna', 'Solna')");
            handle.execute("insert into adviser values (gen_random_uuid(), 'skolverket', 'solna', true),"
                    + " (gen_random_uuid(), 'spsm', 'solna', true)");
            handle.execute("insert into organiser values ('5555550001', 'Bolag', 'independent', '0180', 'solna')");
            handle.execute("insert into analysis values ('5555550001', '2026.1', '/v1/analyses/x', 2, '{grundskola}')");
        });
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
    private static final class StoppedRun implements JobRun {
        private boolean stopped;
        private boolean progressed;
        private boolean completed;

        void stop() {
            stopped = true;
            Thread.currentThread().interrupt();
        }

        @Override
        public UUID id() {
            return new UUID(0, 0);
        }

        @Override
        public InputStream input() {
            return InputStream.nullInputStream();
        }

        @Override
        public String inputSha256() {
            return null;
        }

        @Override
        public LineFaults faults() {
            return new LineFaults(found -> {});
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
