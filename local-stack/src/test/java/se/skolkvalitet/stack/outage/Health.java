package se.skolkvalitet.stack.outage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import se.skolkvalitet.stack.ServiceKind;
import se.skolkvalitet.stack.outage.Traffic.Answer;

/** Asks the services every second how they are, as Kubernetes does. */
final class Health implements AutoCloseable {
    private static final String LIVE = "/q/health/live";
    private static final String READY = "/q/health/ready";

    private final Traffic traffic;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> probes = new ArrayList<>();

    Health(Traffic traffic) {
        this.traffic = traffic;
    }

    static boolean isLiveness(Answer answer) {
        return answer.request().endsWith(LIVE);
    }

    void start() {
        for (ServiceKind service : ServiceKind.values()) {
            probes.add(threads.submit(() -> probe(service, LIVE)));
            probes.add(threads.submit(() -> probe(service, READY)));
        }
    }

    void enter(String phase) {
        traffic.enter(phase);
    }

    List<Answer> answers() {
        return traffic.answers();
    }

    @Override
    public void close() throws Exception {
        stopping.countDown();
        for (Future<?> probe : probes) {
            probe.get();
        }
        threads.shutdown();
    }

    private void probe(ServiceKind service, String path) {
        try {
            while (!stopping.await(1, TimeUnit.SECONDS)) {
                traffic.get(service, path);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
