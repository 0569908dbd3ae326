package se.skolkvalitet.kit.jobs;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import se.skolkvalitet.kit.jobs.JobStore.Backlog;

/**
 * Every few seconds counts what waits, for the metrics, and removes the files and faults that nobody will ask for any
 * more. Each replica does it; doing it twice does no harm.
 */
@ApplicationScoped
class JobHousekeeping {
    private static final Logger LOG = Logger.getLogger(JobHousekeeping.class);
    private static final int EVERY_SECONDS = 5;

    @Inject
    @All
    List<JobHandler<?>> handlers;

    @Inject
    JobStore jobs;

    @Inject
    UploadStore uploads;

    @Inject
    LineFaultStore lineFaults;

    @Inject
    JobsConfig config;

    @Inject
    MeterRegistry meters;

    @Inject
    Clock clock;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(JobHousekeeping::thread);
    private volatile Map<String, Backlog> backlog = Map.of();

    void start(@Observes StartupEvent event) {
        for (JobHandler<?> handler : handlers) {
            gauge("jobs.waiting", "jobs that nobody has started", handler.kind(), Backlog::waiting);
            gauge("jobs.running", "jobs that are being done", handler.kind(), Backlog::running);
            gauge("jobs.oldest.waiting.seconds", "how long the oldest has waited", handler.kind(), this::age);
        }
        timer.scheduleWithFixedDelay(this::keepHouse, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** Nothing may escape, because the timer would then never call again. */
    private void keepHouse() {
        try {
            backlog = jobs.backlog().stream().collect(Collectors.toMap(Backlog::kind, Function.identity()));
            int removed = uploads.removeAbandoned(ago(config.keepUnfinishedUploads()))
                    + uploads.removeOfJobsFailedBefore(ago(config.keepFailedUploads()));
            if (removed > 0) {
                LOG.infof("%d uploads removed, abandoned or of jobs that failed long ago", removed);
            }
            lineFaults.forgetOfJobsFinishedBefore(ago(config.keepLineFaults()));
        } catch (RuntimeException | Error e) {
            LOG.warnf("jobs could not be counted nor uploads removed, trying again: %s", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "job-housekeeping");
        thread.setDaemon(true);
        return thread;
    }

    private void gauge(String name, String description, String kind, ToDoubleFunction<Backlog> figure) {
        Gauge.builder(name, () -> figure.applyAsDouble(backlog.getOrDefault(kind, new Backlog(kind, 0, 0, null))))
                .tag("kind", kind)
                .description(description)
                .register(meters);
    }

    private double age(Backlog of) {
        return of.oldest() == null ? 0 : Duration.between(of.oldest(), now()).toMillis() / 1000.0;
    }

    private OffsetDateTime ago(Duration time) {
        return now().minus(time);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
