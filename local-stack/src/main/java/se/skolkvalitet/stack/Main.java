package se.skolkvalitet.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import se.skolkvalitet.stack.mainjob.MainJob;
import se.skolkvalitet.stack.mainjob.MainJobFailed;
import se.skolkvalitet.stack.mainjob.Summary;
import se.skolkvalitet.stack.national.National;
import se.skolkvalitet.stack.national.NationalSize;
import se.skolkvalitet.stack.sample.Sample;

/**
 * The command behind {@code mvn verify -Prun}: starts the stack, runs the main job, stays up until stopped. With
 * {@code -Dstack.urls=…} it starts nothing and runs the main job against services that run already.
 */
public final class Main {
    private static final long SAMPLE_SEED = 2026;
    private static final long STARTED = System.nanoTime();

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path marker = Path.of(System.getProperty("stack.marker", "main-job-went-well"));
        Files.deleteIfExists(marker);
        try {
            quietLibraries();
            StackOptions options = StackOptions.fromSystemProperties();
            Optional<ServiceUrls> running = ServiceUrls.fromSystemProperties();
            boolean good = running.isPresent() ? runAgainst(running.get(), options, marker) : run(options, marker);
            System.exit(good ? 0 : 1);
        } catch (StackRefused | MainJobFailed e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static boolean run(StackOptions options, Path marker) throws IOException, InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        try (LocalStack stack = LocalStack.start(options, Main::say)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stopped.countDown();
                stack.close();
            }));
            // Maven started this process; when Maven is gone, nobody can stop the stack any more.
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
            Summary summary = MainJob.run(stack::url, source(options, stack.directory()), Main::say);
            tell(summary, stack::url, marker);
            if (!options.exit()) {
                System.out.printf(
                        "The stack stays up until you stop it (Ctrl-C). Logs are in %s.%n", stack.directory());
                stopped.await();
            }
            return summary.isGood();
        }
    }

    static boolean runAgainst(ServiceUrls running, StackOptions options, Path marker) throws IOException {
        options.checkSource();
        Path directory = Files.createTempDirectory("skolkvalitet-main-job");
        try {
            Summary summary = MainJob.run(running::of, source(options, directory), Main::say);
            tell(summary, running::of, marker);
            return summary.isGood();
        } finally {
            deleteAll(directory);
        }
    }

    private static void tell(Summary summary, Function<ServiceKind, String> urls, Path marker) throws IOException {
        if (summary.isGood()) {
            Files.writeString(marker, summary.text());
        }
        System.out.println(addresses(urls) + summary.text());
        System.out.printf(
                "%n%s%n",
                summary.isGood() ? "The main job went well." : "The main job did NOT go well: see the lines with '!'.");
    }

    private static Path source(StackOptions options, Path directory) {
        return options.source()
                .or(() -> options.national().map(size -> national(directory.resolve("national"), size)))
                .orElseGet(() -> {
                    Path folder = directory.resolve("sample");
                    Sample.write(folder, SAMPLE_SEED);
                    return folder;
                });
    }

    private static Path national(Path folder, NationalSize size) {
        say("making up a country: seed %d, %d periods, %d measures"
                .formatted(size.seed(), size.periods(), size.measures()));
        National.write(folder, size);
        return folder;
    }

    private static String addresses(Function<ServiceKind, String> urls) {
        StringBuilder table = new StringBuilder("%n  %-26s %-26s %s%n".formatted("service", "address", "look at"));
        table.append(row(urls, ServiceKind.FRAMEWORK, "/v1/editions/current"));
        table.append(row(urls, ServiceKind.INDICATOR, "/v1/values?level=nation"));
        table.append(row(urls, ServiceKind.DIALOGUE, "/v1/dialogues"));
        table.append(row(urls, ServiceKind.REGIONAL_OFFICE, "/v1/offices"));
        return table + "  each has /openapi, /q/swagger-ui, /q/health, /q/metrics\n";
    }

    private static String row(Function<ServiceKind, String> urls, ServiceKind kind, String lookAt) {
        String url = urls.apply(kind);
        return "  %-26s %-26s %s%n".formatted(kind.artifact(), url, url + lookAt);
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private static void say(String line) {
        System.out.printf("%6.1f s  %s%n", (System.nanoTime() - STARTED) / 1e9, line);
    }

    /** What PostgreSQL and Kafka say goes to a file, so that the terminal shows what the stack does. */
    private static void quietLibraries() throws IOException {
        Logger root = Logger.getLogger("");
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        Path log = Files.createTempFile("skolkvalitet-engines", ".log");
        log.toFile().deleteOnExit();
        FileHandler file = new FileHandler(log.toString());
        file.setFormatter(new SimpleFormatter());
        root.addHandler(file);
        root.setLevel(Level.WARNING);
    }
}
