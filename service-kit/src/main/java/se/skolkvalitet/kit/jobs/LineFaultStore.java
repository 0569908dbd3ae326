package se.skolkvalitet.kit.jobs;

import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.db.LockSession;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;
import se.skolkvalitet.kit.imports.LineFault;
import se.skolkvalitet.kit.imports.Severity;
import se.skolkvalitet.kit.jobs.JobStore.Claimed;

/**
 * The faults of jobs' files, and the warnings. Written on the worker's own session: they stay when the transaction of the job is rolled
 * back because of them, and that transaction may be in the middle of a COPY.
 */
@Store
class LineFaultStore {
    private static final String KEEP = Sql.load(LineFaultStore.class, "keep-line-faults");
    private static final String FORGET = Sql.load(LineFaultStore.class, "forget-line-faults");
    private static final String FORGET_OLD = Sql.load(LineFaultStore.class, "forget-old-line-faults");
    private static final String PAGE = Sql.load(LineFaultStore.class, "page-of-line-faults");

    @Inject
    Jdbi jdbi;

    /** @param position grows with each fault that is found, to tell those of one line apart */
    record Place(long line, long position) {
        static final Place START = new Place(0, 0);
    }

    /** A fault with its position. */
    public record Kept(long position, long line, String field, String rule, String message) {
        LineFault fault() {
            return new LineFault(line, field, rule, message);
        }
    }

    /** @throws RunEnded where another has the job by now */
    void keep(LockSession session, Claimed job, Severity severity, List<LineFault> faults) {
        int kept = session.jdbi().withHandle(handle -> handle.createUpdate(KEEP)
                .bind("id", job.id())
                .bind("claim", job.claim())
                .bind("severity", severity)
                .bindArray(
                        "lines",
                        Long.class,
                        faults.stream().map(LineFault::line).toList())
                .bindArray(
                        "fields",
                        String.class,
                        faults.stream().map(LineFault::field).toList())
                .bindArray(
                        "rules",
                        String.class,
                        faults.stream().map(LineFault::rule).toList())
                .bindArray(
                        "messages",
                        String.class,
                        faults.stream().map(LineFault::message).toList())
                .execute());
        if (kept == 0) {
            throw new RunEnded("another worker has %s %s by now".formatted(job.kind(), job.id()));
        }
    }

    /** What an earlier run of the job has found. */
    void forget(LockSession session, Claimed job) {
        session.jdbi().useHandle(handle -> handle.createUpdate(FORGET)
                .bind("id", job.id())
                .bind("claim", job.claim())
                .execute());
    }

    int forgetOfJobsFinishedBefore(OffsetDateTime time) {
        return jdbi.withHandle(
                handle -> handle.createUpdate(FORGET_OLD).bind("before", time).execute());
    }

    /** In the order of the file. */
    List<Kept> page(UUID job, Severity severity, Place after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("job", job)
                .bind("severity", severity)
                .bind("afterLine", after.line())
                .bind("afterPosition", after.position())
                .bind("limit", limit)
                .mapTo(Kept.class)
                .list());
    }
}
