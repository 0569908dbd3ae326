package se.skolkvalitet.kit.events;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Pauses between two tries, longer each time; all of them end when the service stops. */
@ApplicationScoped
class Backoff {
    private static final long FIRST_MILLIS = 200;
    private static final long LONGEST_MILLIS = 10_000;
    private static final int MOST_DOUBLINGS = 10;
    private static final int BEFORE_ALL_OTHERS = 1;

    private final CountDownLatch stopping = new CountDownLatch(1);

    /** The service stops, and what was being tried will be delivered again. */
    static final class Stopped extends RuntimeException {
        Stopped() {
            super("stopped while an event was being taken in; it will be delivered again");
        }
    }

    void stop(@Observes @Priority(BEFORE_ALL_OTHERS) ShutdownEvent event) {
        stop();
    }

    void stop() {
        stopping.countDown();
    }

    /**
     * Waits before the next try.
     *
     * @param failures how many tries have failed
     */
    void pause(int failures) {
        long millis = Math.min(FIRST_MILLIS << Math.min(failures - 1, MOST_DOUBLINGS), LONGEST_MILLIS);
        try {
            if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
                throw new Stopped();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }
}
