package se.skolkvalitet.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What a service keeps of its heap while it is at work, by its own metrics, looked at each second: all but Eden, the space in
 * which new objects are until the next collection, and which fills up whatever is kept.
 */
final class HeapWatch implements AutoCloseable {
    private static final int PARTS = 3;

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest metrics;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<Double> megabytes = new ArrayList<>();

    /** Watches until it is closed. */
    HeapWatch(String service) {
        metrics = HttpRequest.newBuilder(URI.create(service + "/q/metrics")).build();
        clock.scheduleAtFixedRate(this::look, 0, 1, TimeUnit.SECONDS);
    }

    /** The most in each third of the time, such as {@code 84, 82 and 81 MB}. */
    synchronized String thirds() {
        if (megabytes.size() < PARTS) {
            throw new BenchFailed("a heap was looked at for less than %d seconds".formatted(PARTS));
        }
        return "%.0f, %.0f and %.0f MB".formatted(most(0), most(1), most(2));
    }

    private double most(int part) {
        return megabytes.subList(part * megabytes.size() / PARTS, (part + 1) * megabytes.size() / PARTS).stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
    }

    private void look() {
        try {
            double kept = kept(http.send(metrics, BodyHandlers.ofString()).body());
            synchronized (this) {
                megabytes.add(kept);
            }
        } catch (IOException e) {
            // A second that nobody answers is not looked at.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param metrics in Prometheus' format */
    static double kept(String metrics) {
        return metrics.lines()
                        .filter(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""))
                        .filter(line -> !line.contains("Eden"))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .sum()
                / 1e6;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
