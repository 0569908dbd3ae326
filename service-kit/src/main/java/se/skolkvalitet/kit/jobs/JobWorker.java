package se.skolkvalitet.kit.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;

/**
 * Does jobs: of each kind one at a time in the whole suite of replicas, oldest first.
 *
 * <p>Whoever holds the advisory lock of a kind may do its jobs. The lock ends with the session of the process that
 * holds it, so a job that is {@code running} when the lock is free was cut off; it is then started again, at most
 * {@value #MOST_ATTEMPTS} times.
 */
@ApplicationScoped
public class JobWorker {
    private static final Logger LOG = Logger.getLogger(JobWorker.class);
    static final int MOST_ATTEMPTS = 5;
    private static final int WAIT_MILLIS = 500;

    @Inject
    @All
    List<JobHandler<?>> handlers;

    @Inject
    Jdbi jdbi;

    @Inject
    Jobs jobs;

    @Inject
    ObjectMapper mapper;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbcUrl;

    @ConfigProperty(name = "quarkus.datasource.username")
    String username;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    void start(@Observes StartupEvent event) {
        for (JobHandler<?> handler : handlers) {
            Thread thread = new Thread(() -> work(handler), "job-" + handler.kind());
            thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        for (Thread thread : threads) {
            thread.interrupt();
        }
        for (Thread thread : threads) {
            thread.join(10_000);
        }
    }

    private void work(JobHandler<?> handler) {
        while (!stopping) {
            try (Connection session = DriverManager.getConnection(jdbcUrl, username, password)) {
                workWith(session, handler);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException e) {
                if (!stopping) {
                    LOG.warnf("worker for %s interrupted, starting again: %s", handler.kind(), e);
                    pause();
                }
            }
        }
    }

    private void workWith(Connection session, JobHandler<?> handler) throws SQLException, InterruptedException {
        try (var listen = session.createStatement()) {
            listen.execute("listen job");
        }
        while (!stopping) {
            boolean worked = lock(session, handler.kind()) && runNext(session, handler);
            if (!worked) {
                session.unwrap(PGConnection.class).getNotifications(WAIT_MILLIS);
            }
        }
    }

    /** Taking it again while holding it does no harm: it ends with the session. */
    private static boolean lock(Connection session, String kind) throws SQLException {
        try (PreparedStatement held = session.prepareStatement("select exists (select 1 from pg_locks"
                + " where locktype = 'advisory' and pid = pg_backend_pid() and granted)"
                + " or pg_try_advisory_lock(hashtextextended('job ' || ?, 0))")) {
            held.setString(1, kind);
            try (var result = held.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }

    private <P> boolean runNext(Connection session, JobHandler<P> handler) throws SQLException {
        Optional<UUID> next = jdbi.withHandle(handle -> handle.createQuery("update job set state = 'running',"
                        + " attempts = attempts + 1, started_at = :now where id = (select id from job where kind = :kind"
                        + " and state in ('queued', 'running') order by created_at, id limit 1) returning id")
                .bind("kind", handler.kind())
                .bind("now", jobs.now())
                .mapTo(UUID.class)
                .findOne());
        if (next.isEmpty()) {
            return false;
        }
        run(session, handler, jobs.find(handler.kind(), next.get()));
        return true;
    }

    private <P> void run(Connection session, JobHandler<P> handler, Job job) throws SQLException {
        LOG.infof("%s %s starts, attempt %d", job.kind(), job.id(), job.attempts());
        var requestContext = Arc.container().requestContext();
        requestContext.activate();
        try {
            if (job.attempts() > MOST_ATTEMPTS) {
                throw new JobFailed("It was cut off %d times and is not tried again.".formatted(MOST_ATTEMPTS));
            }
            P parameters = mapper.readValue(job.parameters(), handler.parametersType());
            Object report = handler.run(new Run(session, job), parameters);
            complete(job.id(), report);
            LOG.infof("%s %s completed", job.kind(), job.id());
        } catch (JobFailed e) {
            fail(job, e.getMessage(), e.report());
        } catch (JsonProcessingException | RuntimeException e) {
            if (stopping || lost(session)) {
                LOG.warnf("%s %s is cut off and will be started again: %s", job.kind(), job.id(), e);
                throw new SQLException("cut off", e);
            }
            LOG.errorf(e, "%s %s failed", job.kind(), job.id());
            fail(job, "The service failed while it did this; see its log for job " + job.id() + ".", null);
        } finally {
            requestContext.terminate();
        }
    }

    /** Without its session the worker has no lock any more, and another may already do the job. */
    private static boolean lost(Connection session) {
        try {
            return !session.isValid(5);
        } catch (SQLException e) {
            return true;
        }
    }

    private void complete(UUID id, Object report) {
        jdbi.useHandle(handle -> handle.execute(
                "with done as (update job set state = 'completed', report = ?::json, finished_at = ?"
                        + " where id = ? and state = 'running' returning id)"
                        + " delete from job_input using done where job_input.job = done.id",
                jobs.json(report),
                jobs.now(),
                id));
    }

    private void fail(Job job, String problem, Object report) {
        LOG.warnf("%s %s failed: %s", job.kind(), job.id(), problem);
        jdbi.useHandle(handle -> handle.execute(
                "update job set state = 'failed', problem = ?, report = ?::json, finished_at = ? where id = ?",
                problem,
                report == null ? null : jobs.json(report),
                jobs.now(),
                job.id()));
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Run implements JobRun {
        private final Connection session;
        private final Job job;

        Run(Connection session, Job job) {
            this.session = session;
            this.job = job;
        }

        @Override
        public UUID id() {
            return job.id();
        }

        @Override
        public InputStream input() {
            return new JobInput(session, job.id());
        }

        @Override
        public String inputSha256() {
            return job.inputSha256();
        }

        @Override
        public void progress(String step, long done, Long total) {
            try (PreparedStatement update = session.prepareStatement("insert into job_progress (job, step, done, total)"
                    + " values (?, ?, ?, ?) on conflict (job) do update"
                    + " set step = excluded.step, done = excluded.done, total = excluded.total")) {
                update.setObject(1, job.id());
                update.setString(2, step);
                update.setLong(3, done);
                update.setObject(4, total, java.sql.Types.BIGINT);
                update.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException("the worker lost its session, and with it the right to this job", e);
            }
        }

        @Override
        public void complete(Object report) {
            JobWorker.this.complete(job.id(), report);
        }
    }
}
