package se.skolkvalitet.kit.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import se.skolkvalitet.kit.db.LockSessions;

/** Starts a worker for each kind of job when the service starts, and stops them when it goes. */
@ApplicationScoped
class JobWorkers {
    @Inject
    @All
    List<JobHandler<?>> handlers;

    @Inject
    JobStore store;

    @Inject
    UploadStore uploads;

    @Inject
    LineFaultStore lineFaults;

    @Inject
    LockSessions sessions;

    @Inject
    ObjectMapper mapper;

    @Inject
    Tracer tracer;

    @Inject
    JobsConfig config;

    @Inject
    MeterRegistry meters;

    private List<JobWorker> workers = List.of();

    void start(@Observes StartupEvent event) {
        workers = handlers.stream().map(this::worker).toList();
        for (JobWorker worker : workers) {
            Gauge.builder("jobs.worker.alive", worker, alive -> alive.isDead() ? 0 : 1)
                    .tag("kind", worker.kind())
                    .description("0 where the jobs of the kind are not done because their worker has died")
                    .register(meters);
            worker.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        JobWorker.stop(workers, config.stopWait());
    }

    JobWorker worker(JobHandler<?> handler) {
        return new JobWorker(handler, store, uploads, lineFaults, sessions, mapper, tracer, Thread::new);
    }

    List<JobWorker> workers() {
        return workers;
    }
}
