package se.skolkvalitet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.skolkvalitet.stack.LocalStack;
import se.skolkvalitet.stack.StackOptions;
import se.skolkvalitet.stack.StackRefused;
import se.skolkvalitet.stack.mainjob.MainJob;
import se.skolkvalitet.stack.mainjob.MainJobFailed;
import se.skolkvalitet.stack.mainjob.Summary;
import se.skolkvalitet.stack.national.National;

/** Starts the suite, takes a made-up country once around, measures row by row, and writes what it found. */
public final class Bench {
    private static final Stopwatch WATCH = Stopwatch.start();

    /**
     * In an order in which each finds what it needs: those that empty tables come late, and last the one that publishes
     * another edition.
     */
    private static final List<Row> ROWS = List.of(
            new ReadRow(),
            new EventsRow(),
            new CalculationRow(),
            new StatisticsImportRow(),
            new RegisterImportRow(),
            new StartRow(),
            new HierarchiesRow(),
            new NationalRow(),
            new ProtectionRow());

    private final BenchOptions options;
    private final double useBefore = Machine.use();
    private final Map<String, String> notMeasured = new TreeMap<>();

    private Bench(BenchOptions options) {
        this.options = options;
    }

    public static void main(String[] arguments) {
        // Numbers are written alike wherever this runs.
        Locale.setDefault(Locale.ROOT);
        try {
            new Bench(BenchOptions.fromSystemProperties()).run();
        } catch (BenchFailed | StackRefused | MainJobFailed e) {
            System.out.printf("%nThe bench did not come to its end: %s%n", e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.out.printf("%nThe results could not be written: %s%n", e);
            System.exit(1);
        }
    }

    private void run() throws IOException {
        List<Row> rows = rows();
        StackOptions stackOptions = StackOptions.onFreePorts(options.root(), Optional.empty());
        try (LocalStack stack = LocalStack.start(stackOptions, Bench::say)) {
            Path country = stack.directory().resolve("country");
            say("making up a country: " + options.sizeText());
            National.write(country, options.size());
            Summary summary = MainJob.run(stack::url, country, Bench::say);
            if (!summary.isGood()) {
                throw new BenchFailed("the main job did not go well:\n" + summary.text());
            }
            try (Workbench bench = new Workbench(stack, options, country, Bench::say)) {
                List<Measurement> measurements = new ArrayList<>();
                for (Row row : rows) {
                    say("measuring: " + row.name());
                    measurements.addAll(row.measure(bench));
                }
                write(measurements, Machine.facts(bench, useBefore, WATCH.seconds() / 60));
            }
        }
    }

    /** Those that are asked for and can be measured here. */
    private List<Row> rows() {
        String names = ROWS.stream().map(Row::name).collect(Collectors.joining(", "));
        for (String name : options.rows()) {
            if (ROWS.stream().noneMatch(row -> row.name().equals(name))) {
                throw new BenchFailed("-Dbench.rows: there is no '%s' among %s.".formatted(name, names));
            }
        }
        List<Row> rows = new ArrayList<>();
        for (Row row : ROWS) {
            if (!options.asksFor(row)) {
                continue;
            }
            if (row.missing().isEmpty()) {
                rows.add(row);
            } else {
                notMeasured.put(row.name(), row.missing());
                say("NOT measuring %s: %s".formatted(row.name(), row.missing()));
            }
        }
        return rows;
    }

    private void write(List<Measurement> measurements, Map<String, String> facts) throws IOException {
        ResultsPage page = new ResultsPage(
                measurements, CommittedResults.read(options.root()), options.sizeText(), facts, notMeasured);
        boolean busy = Machine.isBusy(useBefore);
        Path folder = options.root().resolve(options.isWhole() && !busy ? "bench" : "bench/target");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("RESULTS.md"), page.markdown());
        Files.writeString(folder.resolve("results.json"), page.results().json());
        System.out.printf("%n%s%n", page.markdown());
        page.warnings().forEach(warning -> System.out.println("WARNING, worse than before: " + warning));
        notMeasured.forEach((row, reason) -> System.out.printf("WARNING, not measured: %s (%s)%n", row, reason));
        if (busy) {
            System.out.printf("WARNING, a busy machine: %.0f %% of the cores were in use before%n", 100 * useBefore);
        }
        System.out.printf(
                "The results are in %s/RESULTS.md%n",
                options.root().relativize(folder).toString());
    }

    private static void say(String line) {
        System.out.printf("%6.1f s  %s%n", WATCH.seconds(), line);
    }
}
