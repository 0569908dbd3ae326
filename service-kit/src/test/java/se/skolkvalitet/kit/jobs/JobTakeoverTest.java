package se.skolkvalitet.kit.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two workers side by side, of which the first loses its lock in the middle of a job. */
@QuarkusTest
class JobTakeoverTest {
    private static final String FIRST = "xa";
    private static final String SECOND = "xb";

    @Inject
    Jobs jobs;

    @Inject
    Workers workers;

    @Inject
    Jdbi jdbi;

    private final CountDownLatch firstIsInTheMiddle = new CountDownLatch(1);
    private final CountDownLatch firstGoesOn = new CountDownLatch(1);
    private final CountDownLatch secondIsInTheMiddle = new CountDownLatch(1);
    private final CountDownLatch secondGoesOn = new CountDownLatch(1);
    private final AtomicReference<RuntimeException> firstMet = new AtomicReference<>();

    @BeforeEach
    void nothingWritten() {
        jdbi.useHandle(handle -> handle.execute("delete from thing where code in (?, ?)", FIRST, SECOND));
    }

    @AfterEach
    void stop() {
        firstGoesOn.countDown();
        secondGoesOn.countDown();
        workers.stopAll();
    }

    @Test
    void theLateCompletionOfAJobThatAnotherHasCompletedWritesNothing() throws InterruptedException {
        Scripted handler = takenOver(run -> write(run, FIRST));
        Job job = startedByFirstAndTakenBySecond(handler);
        secondGoesOn.countDown();
        await().until(() -> jobs.find(handler.kind(), job.id()).report() != null);

        letFirstGoOn(handler);

        assertThat(written(FIRST)).isFalse();
        assertThat(written(SECOND)).isTrue();
        assertThat(jobs.find(handler.kind(), job.id()).report()).contains(SECOND);
    }

    @Test
    void theLateCompletionOfAJobThatAnotherIsDoingWritesNothing() throws InterruptedException {
        Scripted handler = takenOver(run -> write(run, FIRST));
        Job job = startedByFirstAndTakenBySecond(handler);

        letFirstGoOn(handler);

        assertThat(written(FIRST)).isFalse();
        assertThat(jobs.find(handler.kind(), job.id()))
                .returns(JobState.RUNNING, Job::state)
                .returns(null, Job::report)
                .returns(2, Job::attempts);
    }

    @Test
    void aReportReturnedLateIsNotThatOfTheJobThatAnotherIsDoing() throws InterruptedException {
        Scripted handler = takenOver(run -> new Scripted.Report(FIRST));
        Job job = startedByFirstAndTakenBySecond(handler);

        letFirstGoOn(handler);

        secondGoesOn.countDown();
        await().until(() -> jobs.find(handler.kind(), job.id()).report() != null);
        assertThat(jobs.find(handler.kind(), job.id()).report()).contains(SECOND);
    }

    @Test
    void aLateFailureDoesNotFailTheJobThatAnotherIsDoing() throws InterruptedException {
        Scripted handler = takenOver(run -> {
            throw new JobFailed("too late");
        });
        Job job = startedByFirstAndTakenBySecond(handler);

        letFirstGoOn(handler);

        secondGoesOn.countDown();
        await().until(() -> jobs.find(handler.kind(), job.id()).finishedAt() != null);
        assertThat(jobs.find(handler.kind(), job.id()))
                .returns(JobState.COMPLETED, Job::state)
                .returns(null, Job::problem);
    }

    @Test
    void lateProgressIsNotThatOfTheJobThatAnotherIsDoing() throws InterruptedException {
        Scripted handler = takenOver(run -> {
            run.progress("late", 1, null);
            return new Scripted.Report(FIRST);
        });
        Job job = startedByFirstAndTakenBySecond(handler);

        letFirstGoOn(handler);

        assertThat(jobs.find(handler.kind(), job.id()).step()).isEqualTo("second works");
        assertThat(firstMet.get()).isNotNull();
    }

    @Test
    void aLatePartOfAJobThatAnotherIsDoingIsNotWritten() throws InterruptedException {
        Scripted handler = takenOver(run -> {
            writePart(run, () -> {});
            return new Scripted.Report(FIRST);
        });
        startedByFirstAndTakenBySecond(handler);

        letFirstGoOn(handler);

        assertThat(written(FIRST)).isFalse();
        assertThat(firstMet.get()).isInstanceOf(RunEnded.class);
    }

    @Test
    void whoTakesAJobOverWaitsForThePartThatIsBeingWrittenAndFindsIt() throws InterruptedException {
        AtomicBoolean found = new AtomicBoolean();
        Scripted handler = new Scripted((run, number) -> {
            if (number == 1) {
                writePart(run, () -> {
                    workers.cutOffHolderOf(run.id());
                    firstIsInTheMiddle.countDown();
                    await().until(() -> firstGoesOn.getCount() == 0);
                });
                run.checkpoint();
            }
            found.set(written(FIRST));
            return new Scripted.Report(SECOND);
        });
        Job job = jobs.submit(handler.kind(), new Scripted.Parameters("x"));
        workers.start(handler);
        firstIsInTheMiddle.await();
        workers.start(handler);
        await().until(() -> workers.waitsForAJob());

        assertThat(handler.runs()).isEqualTo(1);
        firstGoesOn.countDown();

        await().until(() -> jobs.find(handler.kind(), job.id()).finishedAt() != null);
        assertThat(found).isTrue();
        assertThat(handler.runs()).isEqualTo(2);
    }

    private void writePart(JobRun run, Runnable beforeCommit) {
        QuarkusTransaction.requiringNew().run(() -> {
            run.hold();
            jdbi.useHandle(handle -> handle.execute("insert into thing (code) values (?)", FIRST));
            beforeCommit.run();
        });
    }

    private interface Late {
        Object goOn(JobRun run);
    }

    private Scripted takenOver(Late late) {
        return new Scripted((run, number) -> number == 1 ? first(run, late) : second(run));
    }

    private Object first(JobRun run, Late late) throws InterruptedException {
        firstIsInTheMiddle.countDown();
        firstGoesOn.await();
        try {
            return late.goOn(run);
        } catch (RuntimeException e) {
            firstMet.set(e);
            throw e;
        }
    }

    private Object second(JobRun run) throws InterruptedException {
        run.progress("second works", 1, null);
        secondIsInTheMiddle.countDown();
        secondGoesOn.await();
        return write(run, SECOND);
    }

    private Object write(JobRun run, String code) {
        return QuarkusTransaction.requiringNew().call(() -> {
            jdbi.useHandle(handle -> handle.execute("insert into thing (code) values (?)", code));
            Scripted.Report report = new Scripted.Report(code);
            run.complete(report);
            return report;
        });
    }

    private Job startedByFirstAndTakenBySecond(Scripted handler) throws InterruptedException {
        Job job = jobs.submit(handler.kind(), new Scripted.Parameters("x"));
        workers.start(handler);
        firstIsInTheMiddle.await();
        workers.start(handler);
        workers.cutOffHolder(handler.kind());
        secondIsInTheMiddle.await();
        return job;
    }

    /** Returns when the first worker has also dealt with how its run ended: it then has a session again. */
    private void letFirstGoOn(Scripted handler) {
        firstGoesOn.countDown();
        await().until(() -> workers.sessions(handler.kind()) == 2);
    }

    private boolean written(String code) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from thing where code = :code)")
                .bind("code", code)
                .mapTo(Boolean.class)
                .one());
    }
}
