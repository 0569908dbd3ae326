package se.skolkvalitet.kit.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults of the database that pass: it ended the work because it met other work, or was away for a moment. */
@QuarkusTest
class JobRetryTest {
    private static final String TOUCH = "update thing set version = version + 1 where code = ?";

    @Inject
    Jobs jobs;

    @Inject
    Workers workers;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void twoThings() {
        jdbi.useHandle(handle -> handle.execute(
                "insert into thing (code) values ('ya'), ('yb') on conflict (code) do update set version = 1"));
    }

    @AfterEach
    void stop() {
        workers.stopAll();
    }

    @Test
    void aSerialisationFailureIsTriedAgain() {
        Scripted handler = new Scripted((run, number) -> QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> {
                    handle.execute("set transaction isolation level repeatable read");
                    handle.select("select version from thing").mapTo(Long.class).list();
                    if (number == 1) {
                        inAnotherSession("ya").join();
                    }
                    handle.execute(TOUCH, "ya");
                    return completed(run);
                })));

        Job job = done(handler);

        assertThat(job.report()).isNotNull();
        assertThat(job.attempts()).isEqualTo(1);
        assertThat(handler.runs()).isEqualTo(2);
    }

    @Test
    void aDeadlockIsTriedAgain() {
        Scripted handler = new Scripted((run, number) -> QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> {
                    handle.execute(TOUCH, "ya");
                    if (number == 1) {
                        inAnotherSession("yb", "ya");
                        awaitThatItHasLookedForDeadlocks();
                    }
                    handle.execute(TOUCH, "yb");
                    return completed(run);
                })));

        Job job = done(handler);

        assertThat(job.report()).isNotNull();
        assertThat(job.attempts()).isEqualTo(1);
        assertThat(handler.runs()).isEqualTo(2);
    }

    @Test
    void aConflictThatDoesNotEndIsGivenUpWithItsReason() {
        Scripted handler = new Scripted((run, number) -> {
            throw new IllegalStateException("wrapped", new RuntimeException(new SQLException("again", "40001")));
        });

        Job job = done(handler);

        assertThat(job.problem()).contains("other changes to the same data");
        assertThat(job.attempts()).isEqualTo(1);
        assertThat(handler.runs()).isEqualTo(5);
    }

    @Test
    void aJobThatLosesItsConnectionIsCutOffAndNotFailed() {
        Scripted handler = new Scripted((run, number) -> {
            if (number == 1) {
                jdbi.useHandle(handle -> handle.execute("select pg_terminate_backend(pg_backend_pid())"));
            }
            return new Scripted.Report("run " + number);
        });

        Job job = done(handler);

        assertThat(job.report()).contains("run 2");
        assertThat(job.attempts()).isEqualTo(2);
    }

    @Test
    void aJobThatGetsNoConnectionIsCutOffAndNotFailed() {
        Scripted handler = new Scripted((run, number) -> {
            if (number == 1) {
                // The pool's own, which has no SQLSTATE.
                throw new IllegalStateException("wrapped", new SQLException("no connection in time"));
            }
            return new Scripted.Report("run " + number);
        });

        Job job = done(handler);

        assertThat(job.report()).contains("run 2");
    }

    @Test
    void aFaultOfAnotherKindIsNotTriedAgain() {
        Scripted handler = new Scripted((run, number) -> {
            throw new IllegalStateException("wrapped", new SQLException("no such table", "42P01"));
        });

        Job job = done(handler);

        assertThat(job.problem()).contains("see its log");
        assertThat(handler.runs()).isEqualTo(1);
    }

    private static Object completed(JobRun run) {
        Scripted.Report report = new Scripted.Report("run");
        run.complete(report);
        return report;
    }

    private Job done(Scripted handler) {
        Job job = jobs.submit(handler.kind(), new Scripted.Parameters("x"));
        workers.start(handler);
        return await().until(() -> jobs.find(handler.kind(), job.id()), ended -> ended.finishedAt() != null);
    }

    private CompletableFuture<Void> inAnotherSession(String... codes) {
        return CompletableFuture.runAsync(() -> jdbi.useTransaction(handle -> {
            for (String code : codes) {
                handle.execute(TOUCH, code);
            }
        }));
    }

    /** The session that finds a deadlock is ended; one that waited for more than a second has looked, and found none. */
    private void awaitThatItHasLookedForDeadlocks() {
        await().until(() -> QuarkusTransaction.suspendingExisting()
                .call(() -> jdbi.withHandle(handle -> handle.select("select exists (select from pg_locks"
                                + " where not granted and waitstart < clock_timestamp() - interval '1.5 s')")
                        .mapTo(Boolean.class)
                        .one())));
    }
}
