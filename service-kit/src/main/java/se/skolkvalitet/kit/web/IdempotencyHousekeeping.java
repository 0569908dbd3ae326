package se.skolkvalitet.kit.web;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Every few seconds forgets the keys that are older than promised. Each replica does it; doing it twice does no harm. */
@ApplicationScoped
class IdempotencyHousekeeping {
    private static final Logger LOG = Logger.getLogger(IdempotencyHousekeeping.class);
    private static final int EVERY_SECONDS = 5;

    @Inject
    IdempotencyStore store;

    @Inject
    IdempotencyConfig config;

    @Inject
    Clock clock;

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(IdempotencyHousekeeping::thread);

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::keepHouse, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** Nothing may escape, because the timer would then never call again. */
    private void keepHouse() {
        try {
            store.forgetOlderThan(clock.instant().minus(config.keep()).atOffset(ZoneOffset.UTC));
        } catch (RuntimeException | Error e) {
            LOG.warnf("old idempotency keys could not be forgotten, trying again: %s", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "idempotency-housekeeping");
        thread.setDaemon(true);
        return thread;
    }
}
