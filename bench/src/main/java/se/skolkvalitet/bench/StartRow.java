package se.skolkvalitet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.skolkvalitet.bench.Figures.Pair;
import se.skolkvalitet.stack.ServiceKind;
import se.skolkvalitet.stack.ServiceProcess;

/** Each service from nothing to ready, against a Quarkus application with the same libraries and no code. */
final class StartRow implements Row {
    private static final String YARDSTICK = "empty Quarkus";
    private static final long REST_MILLIS = 2000;
    private static final String GAP_TIME =
            "Migrations are looked at, entities held against the schema, channels opened, "
                    + "and our classes loaded. Nearer would come: class data sharing (an AppCDS archive, or the cache of a JDK 25) "
                    + "for both, and validation of the schema in the build instead of at each start.";
    private static final String GAP_MEMORY = "Entities and their metadata, a consumer with buffers for each topic, a "
            + "producer, connections, threads of relay and worker. Nearer would come: fewer connections while idle, "
            + "smaller fetch buffers, one consumer thread for topics that seldom speak.";

    private record Start(double seconds, double megabytes) {}

    private record Turn(Start ours, Start empty) {
        @Override
        public String toString() {
            return "%.2f s, %.0f MB; empty %.2f s, %.0f MB"
                    .formatted(ours.seconds(), ours.megabytes(), empty.seconds(), empty.megabytes());
        }
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Measurement> measure(Workbench bench) {
        List<Measurement> measurements = new ArrayList<>();
        for (ServiceKind kind : ServiceKind.values()) {
            ServiceProcess service = bench.stack().service(kind);
            ServiceProcess empty = bench.stack().beside(kind, "empty-" + kind.artifact(), jar(bench, kind));
            service.stop();
            List<Turn> turns = bench.inTurn(kind.artifact(), () -> new Turn(start(service), start(empty)));
            service.start();
            service.awaitReady();
            measurements.addAll(measurements(kind, turns));
        }
        return measurements;
    }

    private static List<Measurement> measurements(ServiceKind kind, List<Turn> turns) {
        String measured =
                "Same JVM, 256 MB of heap, same database server and broker. From the start of the process until"
                        + " `/q/health/ready` says so; resident memory two seconds later, before any request. The service finds its"
                        + " schema migrated; the empty application has none.";
        return List.of(
                new Measurement(
                        kind.artifact() + "-start",
                        kind.artifact() + ", start",
                        YARDSTICK,
                        Figures.of(
                                Unit.SECONDS,
                                turns.stream()
                                        .map(turn -> new Pair(
                                                turn.ours().seconds(),
                                                turn.empty().seconds()))
                                        .toList()),
                        measured,
                        GAP_TIME),
                new Measurement(
                        kind.artifact() + "-memory",
                        kind.artifact() + ", resident memory",
                        YARDSTICK,
                        Figures.of(
                                Unit.MEGABYTES,
                                turns.stream()
                                        .map(turn -> new Pair(
                                                turn.ours().megabytes(),
                                                turn.empty().megabytes()))
                                        .toList()),
                        measured,
                        GAP_MEMORY));
    }

    private static Start start(ServiceProcess process) {
        double seconds = Stopwatch.secondsOf(() -> {
            process.start();
            process.awaitReady();
        });
        Stopwatch.pause(REST_MILLIS);
        double megabytes = residentMegabytes(process.pid());
        process.stop();
        return new Start(seconds, megabytes);
    }

    private static double residentMegabytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / 1e6)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new BenchFailed("could not read how much memory a process has", e);
        }
    }

    private static Path jar(Workbench bench, ServiceKind kind) {
        return bench.options()
                .root()
                .resolve("bench/empty")
                .resolve(kind.artifact())
                .resolve("target/quarkus-app/quarkus-run.jar");
    }
}
