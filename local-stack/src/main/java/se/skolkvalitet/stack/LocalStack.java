package se.skolkvalitet.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import se.skolkvalitet.embedded.Ports;

/** PostgreSQL, Kafka and the four packaged services on this machine. */
public final class LocalStack implements AutoCloseable {
    private final StackOptions options;
    private final Consumer<String> progress;
    private final Janitor janitor = Janitor.start();
    private final Map<ServiceKind, ServiceProcess> services = new EnumMap<>(ServiceKind.class);
    private final Path directory;
    private final Engines engines;
    private boolean closed;

    private LocalStack(StackOptions options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        this.directory = options.data().orElseGet(LocalStack::temporaryDirectory);
        if (options.data().isEmpty()) {
            janitor.deleteAtEnd(directory);
        }
        this.engines = new Engines(directory, janitor);
    }

    /**
     * Starts everything and waits until the services are ready.
     *
     * @param progress told in a line what happens
     * @throws StackRefused where it cannot start as asked
     */
    public static LocalStack start(StackOptions options, Consumer<String> progress) {
        options.check();
        LocalStack stack = new LocalStack(options, progress);
        try {
            progress.accept("starting PostgreSQL and Kafka in " + stack.directory);
            stack.engines.start();
            stack.startServices();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    public String url(ServiceKind kind) {
        return "http://localhost:" + options.ports().get(kind);
    }

    public Path directory() {
        return directory;
    }

    public String jdbcUrl(ServiceKind kind) {
        return engines.jdbcUrl(kind);
    }

    public String bootstrapServers() {
        return engines.bootstrapServers();
    }

    /** What the services stand on, to be taken from them. */
    public Engines engines() {
        return engines;
    }

    /** The process of a service that runs; empty where it has ended. */
    public Optional<ProcessHandle> process(ServiceKind kind) {
        return services.get(kind).process();
    }

    public ServiceProcess service(ServiceKind kind) {
        return services.get(kind);
    }

    /** Another application on the database of one of the services and the same broker; not started yet. */
    public ServiceProcess beside(ServiceKind kind, String name, Path jar) {
        int port = Ports.free();
        return new ServiceProcess(name, port, jar, directory.resolve(name + ".log"), environment(kind, port), janitor);
    }

    /** Ends a service as {@code kill -9} does. */
    public void kill(ServiceKind kind) {
        services.get(kind).kill();
    }

    /** Starts a service that was killed, and waits until it is ready. */
    public void restart(ServiceKind kind) {
        services.get(kind).start();
        services.get(kind).awaitReady();
    }

    /** May be called twice: by whoever used the stack and by a shutdown hook. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        services.values().forEach(ServiceProcess::askToStop);
        services.values().forEach(ServiceProcess::stop);
        engines.close();
        janitor.close();
    }

    private void startServices() {
        progress.accept("starting the four services");
        for (ServiceKind kind : ServiceKind.values()) {
            Path log = directory.resolve(kind.artifact() + ".log");
            ServiceProcess service = new ServiceProcess(
                    kind.artifact(),
                    options.ports().get(kind),
                    options.jar(kind),
                    log,
                    environment(kind, options.ports().get(kind)),
                    janitor);
            services.put(kind, service);
            service.start();
        }
        services.values().forEach(ServiceProcess::awaitReady);
    }

    private Map<String, String> environment(ServiceKind kind, int port) {
        return Map.of(
                // A change that is not committed yet is to be tried out, too.
                "RELEASES_OF_ANY_CODE", "true",
                "QUARKUS_HTTP_PORT", String.valueOf(port),
                "QUARKUS_HTTP_HOST", "localhost",
                "QUARKUS_DATASOURCE_JDBC_URL", engines.jdbcUrl(kind),
                "QUARKUS_DATASOURCE_USERNAME", kind.database(),
                "QUARKUS_DATASOURCE_PASSWORD", kind.database(),
                "KAFKA_BOOTSTRAP_SERVERS", engines.bootstrapServers(),
                "QUARKUS_REST_CLIENT_FRAMEWORK_SERVICE_YAML_URL", url(ServiceKind.FRAMEWORK),
                "QUARKUS_REST_CLIENT_INDICATOR_SERVICE_YAML_URL", url(ServiceKind.INDICATOR));
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("skolkvalitet-stack");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
