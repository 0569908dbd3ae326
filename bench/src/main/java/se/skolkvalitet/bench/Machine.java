package se.skolkvalitet.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.skolkvalitet.stack.ServiceKind;

/** Where figures were taken, as far as they depend on it. */
final class Machine {
    private static final double BUSY = 0.1;
    private static final long LOOKED_AT_MILLIS = 5000;

    private Machine() {}

    /**
     * How much of the cores is in use while this looks for some seconds, from 0 to 1. An average of the load would still
     * tell of the build that came before.
     */
    static double use() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        system.getCpuLoad();
        try {
            Thread.sleep(LOOKED_AT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("it was interrupted.");
        }
        return system.getCpuLoad();
    }

    /** Whether so much was in use that figures say more of the others than of us. */
    static boolean isBusy(double use) {
        return use > BUSY;
    }

    /**
     * @param useBefore how much of the cores was in use before the bench began
     * @param minutes how long it took
     */
    static Map<String, String> facts(Workbench bench, double useBefore, double minutes) {
        Map<String, String> facts = new LinkedHashMap<>();
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        facts.put("day", LocalDate.now().toString());
        facts.put("commit", commit(bench));
        facts.put(
                "repetitions",
                "%d of each pair where nothing else is said, after one to warm up"
                        .formatted(bench.options().repetitions()));
        facts.put("data", bench.options().sizeText());
        facts.put("took", "%.0f minutes".formatted(minutes));
        facts.put(
                "cores and memory",
                "%d, %d GB".formatted(system.getAvailableProcessors(), Math.round(system.getTotalMemorySize() / 1e9)));
        facts.put(
                "cores in use before",
                "%.0f %% (over %d s; more than %.0f %% is a busy machine, whose results are not to be kept)"
                        .formatted(100 * useBefore, LOOKED_AT_MILLIS / 1000, 100 * BUSY));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        facts.put("JDK", System.getProperty("java.vm.name") + " " + Runtime.version());
        facts.put("Quarkus", System.getProperty("bench.quarkus", ""));
        facts.put("PostgreSQL", bench.database(ServiceKind.INDICATOR).text("show server_version"));
        facts.put("Kafka", System.getProperty("bench.kafka", ""));
        facts.put("nginx", Tool.NGINX.version());
        facts.put("wrk", Tool.WRK.version());
        return facts;
    }

    private static String commit(Workbench bench) {
        if (!Tool.GIT.isThere()) {
            return "unknown";
        }
        String described = Tool.output(
                List.of(Tool.GIT.path(), "-C", bench.options().root().toString(), "describe", "--always", "--dirty"));
        return described.strip().replace("-dirty", ", with changes that are not committed");
    }
}
