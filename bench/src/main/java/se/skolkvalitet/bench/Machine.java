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
    private Machine() {}

    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /**
     * @param loadBefore how busy the machine was before the bench began
     * @param minutes how long it took
     */
    static Map<String, String> facts(Workbench bench, double loadBefore, double minutes) {
        Map<String, String> facts = new LinkedHashMap<>();
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        facts.put("day", LocalDate.now().toString());
        facts.put("commit", commit(bench));
        facts.put(
                "repetitions",
                "%d of each pair, after one to warm up"
                        .formatted(bench.options().repetitions()));
        facts.put("data", bench.options().sizeText());
        facts.put("took", "%.0f minutes".formatted(minutes));
        facts.put(
                "cores and memory",
                "%d, %d GB".formatted(system.getAvailableProcessors(), Math.round(system.getTotalMemorySize() / 1e9)));
        facts.put(
                "load of the machine before",
                "%.2f (averaged over a minute; more than 0.5 is a busy one)".formatted(loadBefore));
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
