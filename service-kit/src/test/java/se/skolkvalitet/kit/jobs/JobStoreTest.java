package se.skolkvalitet.kit.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.db.LockSession;
import se.skolkvalitet.kit.db.LockSessions;
import se.skolkvalitet.kit.imports.LineFault;
import se.skolkvalitet.kit.imports.Severity;
import se.skolkvalitet.kit.jobs.JobStore.Claimed;

/** The number of a claim fences off by itself: also a worker whose session lives on, which nothing else would stop. */
@QuarkusTest
class JobStoreTest {
    private static final String WAITS = "a claim of JobStoreTest";

    @Inject
    JobStore store;

    @Inject
    LineFaultStore lineFaults;

    @Inject
    LockSessions sessions;

    @Inject
    Jdbi jdbi;

    private final String kind = "claimed-" + UUID.randomUUID();
    private final UUID id = UUID.randomUUID();
    private LockSession session;

    @BeforeEach
    void submitted() {
        session = sessions.open(WAITS);
        store.insert(id, kind, new Scripted.Parameters("x"), null);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void theOlderClaimFailsNothing() {
        Claimed older = claimedTwice();

        assertThat(store.fail(older, "too late", null)).isFalse();

        assertThat(job().state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void theOlderClaimTellsNoProgress() {
        Claimed older = claimedTwice();

        assertThat(store.progress(session, older, "late", 1, null)).isFalse();

        assertThat(job().step()).isNull();
    }

    /** A worker that stops gives back what it has, and may have lost it without noticing. */
    @Test
    void theOlderClaimGivesNothingBack() {
        Claimed older = claimedTwice();

        assertThat(store.giveBack(older)).isFalse();

        assertThat(job().state()).isEqualTo(JobState.RUNNING);
    }

    /** A job tells what it is about to do, and nothing after the last of it. */
    @Test
    void ofACompletedJobAllIsDone() {
        Claimed claimed = claim().orElseThrow();
        store.progress(session, claimed, "the last of three", 2, 3L);

        store.complete(claimed, new Scripted.Report("done"));

        assertThat(job().done()).isEqualTo(3);
    }

    @Test
    void ofAFailedJobThatIsDoneWhichWas() {
        Claimed claimed = claim().orElseThrow();
        store.progress(session, claimed, "the last of three", 2, 3L);

        store.fail(claimed, "out of luck", null);

        assertThat(job().done()).isEqualTo(2);
    }

    @Test
    void ofAJobAtWorkWithoutATotalThatIsDoneWhichIs() {
        Claimed claimed = claim().orElseThrow();

        store.progress(session, claimed, "reading lines", 500, null);

        assertThat(job().done()).isEqualTo(500);
    }

    @Test
    void theOlderClaimKeepsNoFaults() {
        Claimed older = claimedTwice();

        assertThatThrownBy(() -> lineFaults.keep(
                        session, older, Severity.FAULT, List.of(new LineFault(1, "code", "pattern", "wrong"))))
                .isInstanceOf(RunEnded.class);

        assertThat(lineFaults.page(id, Severity.FAULT, LineFaultStore.Place.START, 1))
                .isEmpty();
    }

    @Test
    void theOlderClaimCompletesNothing() {
        Claimed older = claimedTwice();

        assertThatThrownBy(() -> store.complete(older, new Scripted.Report("late")))
                .isInstanceOf(RunEnded.class);

        assertThat(job().report()).isNull();
    }

    @Test
    void aJobThatIsCompletedWhileAClaimWaitsForItIsNotTaken() {
        claim().orElseThrow();
        CompletableFuture<Optional<Claimed>> second = jdbi.inTransaction(handle -> {
            handle.execute("update job set state = 'completed', report = '{}', finished_at = now() where id = ?", id);
            CompletableFuture<Optional<Claimed>> claiming = CompletableFuture.supplyAsync(this::claim);
            await().until(this::waits);
            return claiming;
        });

        assertThat(second.join()).isEmpty();
        assertThat(job().state()).isEqualTo(JobState.COMPLETED);
    }

    /** @return the first claim */
    private Claimed claimedTwice() {
        Claimed older = claim().orElseThrow();
        claim().orElseThrow();
        return older;
    }

    private Optional<Claimed> claim() {
        return store.claim(session, kind);
    }

    private Job job() {
        return store.find(kind, id).orElseThrow();
    }

    private boolean waits() {
        return jdbi.withHandle(handle -> handle.select(
                        "select exists (select from pg_stat_activity"
                                + " where wait_event_type = 'Lock' and application_name like ?)",
                        "%" + WAITS)
                .mapTo(Boolean.class)
                .one());
    }
}
