package se.skolkvalitet.bench;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Takes the time of something. */
final class Stopwatch {
    private static final long LOOK_EVERY_MILLIS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final long started = System.nanoTime();

    /** Work that may fail as input and output do. */
    interface Work {
        void run() throws Exception;
    }

    static Stopwatch start() {
        return new Stopwatch();
    }

    static double secondsOf(Work work) {
        Stopwatch watch = start();
        try {
            work.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new BenchFailed("could not measure: " + e.getMessage(), e);
        }
        return watch.seconds();
    }

    double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    /** The seconds until it is so, to some hundredths. */
    double secondsUntil(String what, BooleanSupplier so) {
        while (!so.getAsBoolean()) {
            if (seconds() > PATIENCE.toSeconds()) {
                throw new BenchFailed("Waited too long until " + what);
            }
            pause(LOOK_EVERY_MILLIS);
        }
        return seconds();
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted", e);
        }
    }
}
