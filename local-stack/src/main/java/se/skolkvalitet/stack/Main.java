package se.skolkvalitet.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import se.skolkvalitet.stack.mainjob.MainJob;
import se.skolkvalitet.stack.mainjob.MainJobFailed;
import se.skolkvalitet.stack.mainjob.Summary;
import se.skolkvalitet.stack.sample.Sample;

/** The command behind {@code mvn verify -Prun}: starts the stack, runs the main job, stays up until stopped. */
public final class Main {
    private static final long SAMPLE_SEED = 2026;
    private static final long STARTED = System.nanoTime();

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path marker = Path.of(System.getProperty("stack.marker", "main-job-went-well"));
        Files.deleteIfExists(marker);
        try {
            boolean good = run(StackOptions.fromSystemProperties(), marker);
            System.exit(good ? 0 : 1);
        } catch (StackRefused | MainJobFailed e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static boolean run(StackOptions options, Path marker) throws IOException, InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        quietLibraries();
        try (LocalStack stack = LocalStack.start(options, Main::say)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stopped.countDown();
                stack.close();
            }));
            // Maven started this process; when Maven is gone, nobody can stop the stack any more.
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
            Summary summary = MainJob.run(stack::url, source(options, stack), Main::say);
            if (summary.isGood()) {
                Files.writeString(marker, summary.text());
            }
            System.out.println(addresses(stack) + summary.text());
            System.out.printf(
                    "%n%s%n",
                    summary.isGood()
                            ? "The main job went well."
                            : "The main job did NOT go well: see the lines with '!'.");
            if (!options.exit()) {
                System.out.printf(
                        "The stack stays up until you stop it (Ctrl-C). Logs are in %s.%n", stack.directory());
                stopped.await();
            }
            return summary.isGood();
        }
    }

    private static Path source(StackOptions options, LocalStack stack) {
        return options.source().orElseGet(() -> {
            Path folder = stack.directory().resolve("sample");
            Sample.write(folder, SAMPLE_SEED);
            return folder;
        });
    }

    private static String addresses(LocalStack stack) {
        StringBuilder table = new StringBuilder("%n  %-26s %-26s %s%n".formatted("service", "address", "look at"));
        table.append(row(stack, ServiceKind.FRAMEWORK, "/v1/editions/current"));
        table.append(row(stack, ServiceKind.INDICATOR, "/v1/values?level=nation"));
        table.append(row(stack, ServiceKind.DIALOGUE, "/v1/dialogues"));
        table.append(row(stack, ServiceKind.REGIONAL_OFFICE, "/v1/offices"));
        return table + "  each has /openapi, /q/swagger-ui, /q/health, /q/metrics\n";
    }

    private static String row(LocalStack stack, ServiceKind kind, String lookAt) {
        return "  %-26s %-26s %s%n".formatted(kind.artifact(), stack.url(kind), stack.url(kind) + lookAt);
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
