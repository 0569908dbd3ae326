package se.skolkvalitet.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A small process beside the stack that outlives it. It reads what to clean up from its standard input, and when that
 * ends, which it does however the stack ends, kills those processes and deletes those folders.
 */
final class Janitor implements AutoCloseable {
    private static final int SECONDS_TO_STOP = 10;

    private final Process process;
    private final PrintWriter orders;

    private Janitor(Process process) {
        this.process = process;
        this.orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    static Janitor start() {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx32m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            Path.of(Janitor.class
                                            .getProtectionDomain()
                                            .getCodeSource()
                                            .getLocation()
                                            .getPath())
                                    .toString(),
                            Janitor.class.getName())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Janitor(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void killAtEnd(long pid) {
        orders.println("kill " + pid);
    }

    void deleteAtEnd(Path folder) {
        orders.println("delete " + folder);
    }

    /** Lets it clean up and waits for that. */
    @Override
    public void close() {
        orders.close();
        try {
            process.waitFor(2L * SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The janitor's own process. A signal from the terminal reaches it too, and must not stop its work. */
    public static void main(String[] arguments) throws IOException {
        List<Long> pids = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(pids, folders)));
        try (BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] words = order.split(" ", 2);
                if (words[0].equals("kill")) {
                    pids.add(Long.valueOf(words[1]));
                } else {
                    folders.add(Path.of(words[1]));
                }
            }
        }
    }

    private static void cleanUp(List<Long> pids, List<Path> folders) {
        List<ProcessHandle> alive = pids.stream()
                .map(ProcessHandle::of)
                .flatMap(Optional::stream)
                .filter(ProcessHandle::isAlive)
                // A process that was stopped by a signal cannot end its children.
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
        alive.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : alive) {
            try {
                process.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
            } catch (Exception stillThere) {
                process.destroyForcibly();
            }
        }
        folders.forEach(Janitor::delete);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException alreadyGone) {
            // Nothing is left to delete.
        }
    }
}
