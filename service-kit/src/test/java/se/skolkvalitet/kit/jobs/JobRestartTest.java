package se.skolkvalitet.kit.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A worker that is stopped in the middle of a job, as when a service is restarted. */
@QuarkusTest
class JobRestartTest {
    @Inject
    Jobs jobs;

    @Inject
    Workers workers;

    @Inject
    Jdbi jdbi;

    private final CountDownLatch inTheMiddle = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch lateEnded = new CountDownLatch(1);

    @BeforeEach
    void nothingWritten() {
        jdbi.useHandle(handle -> handle.execute("delete from thing where code = 'zl'"));
    }

    @AfterEach
    void stop() {
        workers.stopAll();
    }

    @Test
    void aRestartIsNoAttempt() throws InterruptedException {
        Scripted handler = new Scripted((run, number) -> number == 1 ? untilInterrupted() : report("second"));
        Job job = inTheMiddleOf(handler);

        restart(handler);

        Job done = ended(handler, job);
        assertThat(done.report()).contains("second");
        assertThat(done.attempts()).isEqualTo(1);
    }

    @Test
    void whatAnInterruptedRunReturnsIsNotTakenForItsResult() throws InterruptedException {
        Scripted handler = new Scripted((run, number) -> number == 1 ? bestSoFar() : report("whole"));
        Job job = inTheMiddleOf(handler);

        restart(handler);

        assertThat(ended(handler, job).report()).contains("whole");
    }

    @Test
    void whatAnInterruptedRunWritesWithItsCompletionIsNotKept() throws InterruptedException {
        Scripted handler = new Scripted((run, number) -> number == 1 ? writesBestSoFar(run) : report("whole"));
        Job job = inTheMiddleOf(handler);

        restart(handler);

        assertThat(ended(handler, job).report()).contains("whole");
        assertThat(written()).isFalse();
    }

    @Test
    void aRunThatOnlyTellsItsProgressEndsAsSoonAsTheServiceStops() throws InterruptedException {
        Scripted handler = new Scripted((run, number) -> number == 1 ? readsLines(run) : report("second"));
        Job job = inTheMiddleOf(handler);

        restart(handler);

        assertThat(lateEnded.await(1, TimeUnit.SECONDS)).isTrue();
        assertThat(ended(handler, job)).returns(1, Job::attempts);
    }

    @Test
    void anInterruptedRunThatFindsItsHalfResultBadDoesNotFailTheJob() throws InterruptedException {
        Scripted handler = new Scripted((run, number) -> {
            if (number == 1) {
                bestSoFar();
                throw new JobFailed("half of it is not enough");
            }
            return report("whole");
        });
        Job job = inTheMiddleOf(handler);

        restart(handler);

        assertThat(ended(handler, job).report()).contains("whole");
    }

    @Test
    void aJobThatDoesNotListenIsGivenBackWhenTheServiceGoes() throws InterruptedException {
        CountDownLatch late = new CountDownLatch(1);
        Scripted handler = new Scripted((run, number) -> number == 1 ? deaf(run, late) : report("whole"));
        Job job = inTheMiddleOf(handler);

        workers.stopAll();

        // The process would end now, and its session with it.
        workers.cutOffHolder(handler.kind());
        workers.start(handler);
        Job done = ended(handler, job);
        late.countDown();
        lateEnded.await(10, TimeUnit.SECONDS);
        assertThat(done.attempts()).isEqualTo(1);
        assertThat(jobs.find(handler.kind(), job.id()).report()).contains("whole");
        assertThat(written()).isFalse();
    }

    /** As an import does, which notices no interrupt. */
    private Object readsLines(JobRun run) {
        inTheMiddle.countDown();
        try {
            for (long line = 1; lateEnded.getCount() > 0; line++) {
                run.progress("reading lines", line, null);
            }
        } finally {
            lateEnded.countDown();
        }
        return report("all lines");
    }

    private Job inTheMiddleOf(Scripted handler) throws InterruptedException {
        Job job = jobs.submit(handler.kind(), new Scripted.Parameters("x"));
        workers.start(handler);
        inTheMiddle.await();
        return job;
    }

    private void restart(Scripted handler) {
        workers.stopAll();
        workers.start(handler);
    }

    private Job ended(Scripted handler, Job job) {
        return await().until(() -> jobs.find(handler.kind(), job.id()), ended -> ended.finishedAt() != null);
    }

    private Object untilInterrupted() throws InterruptedException {
        inTheMiddle.countDown();
        never.await();
        return report("never");
    }

    /** As a solver does. */
    private Object bestSoFar() {
        inTheMiddle.countDown();
        try {
            never.await();
        } catch (InterruptedException e) {
            return report("half");
        }
        return report("never");
    }

    private Object writesBestSoFar(JobRun run) {
        Object half = bestSoFar();
        return write(run, half);
    }

    /** Waits on without a look at interrupts, as a long statement does. */
    private Object deaf(JobRun run, CountDownLatch late) {
        inTheMiddle.countDown();
        while (late.getCount() > 0) {
            Thread.onSpinWait();
        }
        Thread.interrupted();
        try {
            return write(run, report("late"));
        } finally {
            lateEnded.countDown();
        }
    }

    private Object write(JobRun run, Object report) {
        return QuarkusTransaction.requiringNew().call(() -> {
            jdbi.useHandle(handle -> handle.execute("insert into thing (code) values ('zl')"));
            run.complete(report);
            return report;
        });
    }

    private boolean written() {
        return jdbi.withHandle(handle -> handle.select("select exists (select from thing where code = 'zl')")
                .mapTo(Boolean.class)
                .one());
    }

    private static Object report(String by) {
        return new Scripted.Report(by);
    }
}
