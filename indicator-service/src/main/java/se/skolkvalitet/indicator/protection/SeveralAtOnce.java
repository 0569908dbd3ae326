package se.skolkvalitet.indicator.protection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import se.skolkvalitet.indicator.protection.FiguresTogether.Kept;

/**
 * Protects tables in threads of its own, as many at once as there are cores and memory for, and hands them over in the order in which
 * they came.
 */
final class SeveralAtOnce implements AutoCloseable {
    /** A larger table than that has the memory for itself. */
    private static final int MOST_FIGURES = 60_000;

    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final Semaphore room = new Semaphore(MOST_FIGURES);
    private final Deque<CompletableFuture<Kept>> begun = new ArrayDeque<>();

    /** Waits until there is room for it. */
    void begin(FiguresTogether together) {
        int size = Math.min(together.size(), MOST_FIGURES);
        room.acquireUninterruptibly(size);
        begun.add(CompletableFuture.supplyAsync(together::protect, threads)
                .whenComplete((kept, failure) -> room.release(size)));
    }

    /** Of those that have not been handed over. */
    int size() {
        return begun.size();
    }

    boolean isNextDone() {
        return !begun.isEmpty() && begun.element().isDone();
    }

    /** Waits for it. */
    Kept next() {
        try {
            return begun.remove().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
