package se.skolkvalitet.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.skolkvalitet.embedded.EmbeddedBroker;
import se.skolkvalitet.embedded.EmbeddedDatabases;
import se.skolkvalitet.embedded.Ports;
import se.skolkvalitet.embedded.Topic;

/**
 * PostgreSQL and Kafka, each a process of its own. They can be taken from the services in the ways that they go away in
 * life, and come back with their data where they were.
 */
public final class Engines implements AutoCloseable {
    private static final int SECONDS_TO_START = 90;
    private static final int SECONDS_TO_END = 30;
    private static final long PAUSE_MILLIS = 100;

    private final Path directory;
    private final Janitor janitor;
    private final int databasePort = Ports.free();
    private final int brokerPort = Ports.free();
    private EmbeddedDatabases databases;
    private Process broker;
    private List<ProcessHandle> frozen = List.of();

    /** @param directory that is there: neither engine can count on the other's having made it */
    Engines(Path directory, Janitor janitor) {
        this.directory = directory;
        this.janitor = janitor;
    }

    void start() {
        CompletableFuture<Void> postgres = CompletableFuture.runAsync(this::restartDatabases);
        restartBroker();
        postgres.join();
    }

    String jdbcUrl(ServiceKind kind) {
        return databases.jdbcUrl(kind.database());
    }

    String bootstrapServers() {
        return "localhost:" + brokerPort;
    }

    /** PostgreSQL ends its sessions and itself; from then on connections are refused. */
    public void stopDatabases() {
        try {
            databases.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void restartDatabases() {
        List<String> names =
                Arrays.stream(ServiceKind.values()).map(ServiceKind::database).toList();
        databases = EmbeddedDatabases.start(directory.resolve("postgres"), names, databasePort);
        janitor.killAtEnd(postmaster().pid());
    }

    /** PostgreSQL stops in the middle of whatever it does: connections stand, and nothing answers. */
    public void freezeDatabases() {
        ProcessHandle postmaster = postmaster();
        // First, so that no process comes that is not in the list.
        signal("STOP", List.of(postmaster));
        frozen = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        signal("STOP", frozen);
    }

    public void thawDatabases() {
        signal("CONT", frozen);
        frozen = List.of();
    }

    /** As {@code kill -9} does. */
    public void killBroker() {
        broker.destroyForcibly().onExit().join();
    }

    /** Returns when it answers and has its topics. */
    public void restartBroker() {
        try {
            broker = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx384m",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            EmbeddedBroker.class.getName(),
                            directory.resolve("kafka").toString(),
                            String.valueOf(brokerPort))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("kafka.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        janitor.killAtEnd(broker.pid());
        awaitBroker();
        EmbeddedBroker.createTopics(bootstrapServers(), Topic.declared());
    }

    /** A client would wait too, but complain to the log. */
    private void awaitBroker() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (Ports.isFree(brokerPort)) {
            if (!broker.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("Kafka did not start, see " + directory.resolve("kafka.log"));
            }
            pause();
        }
    }

    @Override
    public void close() {
        thawDatabases();
        if (broker != null) {
            broker.destroy();
            broker.onExit()
                    .completeOnTimeout(broker, SECONDS_TO_END, TimeUnit.SECONDS)
                    .join();
            broker.destroyForcibly();
        }
        if (databases != null) {
            stopDatabases();
        }
    }

    private ProcessHandle postmaster() {
        try {
            List<String> lines = Files.readAllLines(directory.resolve("postgres/data/postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void signal(String name, List<ProcessHandle> processes) {
        if (processes.isEmpty()) {
            return;
        }
        String pids =
                processes.stream().map(process -> String.valueOf(process.pid())).collect(Collectors.joining(" "));
        try {
            // One of them may have ended by itself meanwhile; that is no failure.
            new ProcessBuilder("sh", "-c", "kill -%s %s".formatted(name, pids))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
