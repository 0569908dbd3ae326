package se.skolkvalitet.kit.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Starts workers beside those of the application, as another replica would. */
@ApplicationScoped
class Workers {
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

    private final List<JobWorker> started = new ArrayList<>();

    JobWorker start(JobHandler<?> handler) {
        JobWorker worker = new JobWorker();
        worker.handlers = List.of(handler);
        worker.jdbi = jdbi;
        worker.jobs = jobs;
        worker.mapper = mapper;
        worker.jdbcUrl = jdbcUrl + "?ApplicationName=" + handler.kind();
        worker.username = username;
        worker.password = password;
        worker.start(null);
        started.add(worker);
        return worker;
    }

    void stop(JobWorker worker) {
        try {
            worker.stop(null);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void stopAll() {
        started.forEach(this::stop);
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

    /** How many workers of a kind have a session now. */
    int sessions(String kind) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from pg_stat_activity where application_name like :name")
                        .bind("name", "%" + kind)
                        .mapTo(Integer.class)
                        .one());
    }
}
