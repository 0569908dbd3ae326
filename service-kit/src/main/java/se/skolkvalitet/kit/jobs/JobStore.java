package se.skolkvalitet.kit.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.db.LockSession;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;
import se.skolkvalitet.kit.trace.TraceContext;

/**
 * The table of jobs. Each time that a job is taken its claim gets the next number, and whatever a run writes about its
 * job is written only while that number is still its own.
 */
@Store
class JobStore {
    private static final String INSERT = Sql.load(JobStore.class, "insert-job");
    private static final String FIND = Sql.load(JobStore.class, "find-job");
    private static final String LIST = Sql.load(JobStore.class, "list-jobs");
    private static final String CLAIM = Sql.load(JobStore.class, "claim-next-job");
    private static final String PROGRESS = Sql.load(JobStore.class, "tell-progress");
    private static final String HOLD = Sql.load(JobStore.class, "hold-job");
    private static final String COMPLETE = Sql.load(JobStore.class, "complete-job");
    private static final String IS_COMPLETED = Sql.load(JobStore.class, "is-completed-by-claim");
    private static final String FAIL = Sql.load(JobStore.class, "fail-job");
    private static final String GIVE_BACK = Sql.load(JobStore.class, "give-job-back");
    private static final String BACKLOG = Sql.load(JobStore.class, "backlog");

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper mapper;

    @Inject
    Clock clock;

    /**
     * A job as its worker has taken it.
     *
     * @param claim how many times it was taken: the number that fences this run off from later ones
     * @param attempts how many times it was started, without those that a stopping service gave back
     * @param traceparent of the span that asked for it; null where there was none
     */
    record Claimed(
            UUID id, String kind, int claim, int attempts, String parameters, String inputSha256, String traceparent) {}

    /**
     * What waits and what is done of one kind.
     *
     * @param oldest when the job that has waited longest was asked for, null where none waits
     */
    public record Backlog(String kind, long waiting, long running, OffsetDateTime oldest) {}

    void insert(UUID id, String kind, Object parameters, String inputSha256) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", id)
                .bind("kind", kind)
                .bind("parameters", json(parameters))
                .bind("inputSha256", inputSha256)
                .bind("now", now())
                .bind("traceparent", TraceContext.current())
                .execute());
    }

    Optional<Job> find(String kind, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind("kind", kind)
                .bind("id", id)
                .mapTo(Job.class)
                .findOne());
    }

    List<Job> list(String kind, UUID before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(LIST)
                .bind("kind", kind)
                .bind("before", before)
                .bind("limit", limit)
                .mapTo(Job.class)
                .list());
    }

    List<Backlog> backlog() {
        return jdbi.withHandle(
                handle -> handle.createQuery(BACKLOG).mapTo(Backlog.class).list());
    }

    /** Takes the next job of a kind, on the session that holds the kind's lock: without the one there is not the other. */
    Optional<Claimed> claim(LockSession session, String kind) {
        return session.jdbi().withHandle(handle -> handle.createQuery(CLAIM)
                .bind("kind", kind)
                .bind("now", now())
                .mapTo(Claimed.class)
                .findOne());
    }

    /**
     * Written on the worker's session, which is a transaction apart from that of the job.
     *
     * @return false where another has the job by now
     */
    boolean progress(LockSession session, Claimed job, String step, long done, Long total) {
        return session.jdbi().withHandle(handle -> handle.createUpdate(PROGRESS)
                        .bind("id", job.id())
                        .bind("claim", job.claim())
                        .bind("step", step)
                        .bind("done", done)
                        .bind("total", total)
                        .execute())
                == 1;
    }

    /** @throws RunEnded where another has the job by now, which rolls back the transaction that this takes part in */
    @Transactional(TxType.MANDATORY)
    void hold(Claimed job) {
        boolean held = jdbi.withHandle(handle -> handle.createQuery(HOLD)
                .bind("id", job.id())
                .bind("claim", job.claim())
                .mapTo(Boolean.class)
                .findOne()
                .isPresent());
        if (!held) {
            throw gone(job);
        }
    }

    /** @throws RunEnded where another has the job by now, which rolls back the transaction that this takes part in */
    @Transactional
    void complete(Claimed job, Object report) {
        jdbi.useHandle(handle -> {
            int completed = handle.createUpdate(COMPLETE)
                    .bind("id", job.id())
                    .bind("claim", job.claim())
                    .bind("report", json(report))
                    .bind("now", now())
                    .execute();
            if (completed == 0) {
                throw gone(job);
            }
            handle.execute("delete from upload where job = ?", job.id());
        });
    }

    boolean isCompletedBy(Claimed job) {
        return jdbi.withHandle(handle -> handle.createQuery(IS_COMPLETED)
                .bind("id", job.id())
                .bind("claim", job.claim())
                .mapTo(Boolean.class)
                .one());
    }

    /** @return false where another has the job by now */
    boolean fail(Claimed job, String problem, Object report) {
        return jdbi.withHandle(handle -> handle.createUpdate(FAIL)
                        .bind("id", job.id())
                        .bind("claim", job.claim())
                        .bind("problem", problem)
                        .bind("report", report == null ? null : json(report))
                        .bind("now", now())
                        .execute())
                == 1;
    }

    /**
     * Puts a job back in the queue as though it had not been started. Does not wait long for a run that is just
     * committing its completion.
     *
     * @return false where it is no longer this claim's
     */
    @Transactional
    boolean giveBack(Claimed job) {
        return jdbi.withHandle(handle -> {
            handle.execute("set local lock_timeout = '2s'");
            return handle.createUpdate(GIVE_BACK)
                            .bind("id", job.id())
                            .bind("claim", job.claim())
                            .execute()
                    == 1;
        });
    }

    private static RunEnded gone(Claimed job) {
        return new RunEnded("%s %s is no longer this worker's".formatted(job.kind(), job.id()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a job's parameters and report must be JSON", e);
        }
    }
}
