package se.skolkvalitet.kit.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Starts workers beside those of the application, as another replica would. */
@ApplicationScoped
class Workers {
    @Inject
    Jdbi jdbi;

    @Inject
    JobWorkers workers;

    private final List<JobWorker> started = new ArrayList<>();

    void start(JobHandler<?> handler) {
        JobWorker worker = workers.worker(handler);
        worker.start();
        started.add(worker);
    }

    void stopAll() {
        try {
            JobWorker.stop(started, Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        started.clear();
    }

    /** Ends the session of whoever holds the lock of a kind, as a lost network or a restarted database does. */
    void cutOffHolder(String kind) {
        int ended = jdbi.withHandle(handle -> handle.createQuery(
                        "select count(pg_terminate_backend(pid, 5000)) from pg_locks, hashtextextended('job ' || :kind, 0) as lock (key)"
                                + " where locktype = 'advisory' and granted"
                                + " and classid::bigint = lock.key >> 32 & 4294967295"
                                + " and objid::bigint = lock.key & 4294967295")
                .bind("kind", kind)
                .mapTo(Integer.class)
                .one());
        if (ended != 1) {
            throw new IllegalStateException("nobody held the lock of " + kind);
        }
    }

    void cutOffHolderOf(UUID job) {
        cutOffHolder(jdbi.withHandle(handle -> handle.select("select kind from job where id = ?", job)
                .mapTo(String.class)
                .one()));
    }

    /** Whether somebody who claims a job waits for another's lock on its row. */
    boolean waitsForAJob() {
        return jdbi.withHandle(handle -> handle.select("select exists (select from pg_stat_activity"
                        + " where wait_event_type = 'Lock' and application_name like '%job-scripted-%')")
                .mapTo(Boolean.class)
                .one());
    }

    /** How many workers of a kind have a session now. */
    int sessions(String kind) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from pg_stat_activity where application_name like :name")
                        .bind("name", "%" + kind)
                        .mapTo(Integer.class)
                        .one());
    }
}
