package se.skolkvalitet.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import se.skolkvalitet.embedded.EmbeddedBroker;
import se.skolkvalitet.embedded.EmbeddedDatabases;
import se.skolkvalitet.embedded.Ports;
import se.skolkvalitet.embedded.Topic;

/** A real PostgreSQL and a real Kafka for all {@code @QuarkusTest}s of a module. */
public class EmbeddedStack implements QuarkusTestResourceLifecycleManager {
    private static final String DATABASE = "test";

    private Path directory;
    private EmbeddedDatabases databases;
    private EmbeddedBroker broker;

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("embedded-stack");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        databases = EmbeddedDatabases.start(directory.resolve("postgres"), List.of(DATABASE));
        broker = EmbeddedBroker.start(directory.resolve("kafka"), Ports.free());
        broker.createTopics(Topic.declared());
        return Map.of(
                "quarkus.datasource.jdbc.url",
                databases.jdbcUrl(DATABASE),
                "quarkus.datasource.username",
                DATABASE,
                "quarkus.datasource.password",
                DATABASE,
                "kafka.bootstrap.servers",
                broker.bootstrapServers(),
                "mp.messaging.connector.smallrye-kafka.group.id",
                "test-" + UUID.randomUUID(),
                "quarkus.http.test-port",
                "0",
                "quarkus.hibernate-orm.unsupported-properties.\"hibernate.session_factory.statement_inspector\"",
                HibernateSigns.class.getName());
    }

    @Override
    public void stop() {
        if (broker != null) {
            broker.close();
        }
        if (databases != null) {
            try {
                databases.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        delete(directory);
    }

    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
