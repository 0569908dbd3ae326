package se.skolkvalitet.kit.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same several times at once: every thread waits until all are ready to begin. */
public final class AtOnce {
    private AtOnce() {}

    /** @return what each call gave; the first failure of any ends it */
    public static <T> List<T> call(int times, Callable<T> work) throws InterruptedException, ExecutionException {
        return call(Collections.nCopies(times, work));
    }

    /** Like {@link #call(int, Callable)} for different calls, whose results come in their order. */
    public static <T> List<T> call(List<Callable<T>> work) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        CountDownLatch ready = new CountDownLatch(work.size());
        try {
            List<Future<T>> running = work.stream()
                    .map(one -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return one.call();
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> result : running) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
