package se.skolkvalitet.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * One real PostgreSQL server with a database and a role of the same name for each service. A role can connect to its
 * own database only.
 */
public final class EmbeddedDatabases implements AutoCloseable {
    private final EmbeddedPostgres server;

    private EmbeddedDatabases(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the server and creates the databases that do not exist yet.
     *
     * @param directory where the data lives; data that an earlier start left there is used again
     * @param names database names, lower case ASCII letters and {@code _}
     */
    public static EmbeddedDatabases start(Path directory, List<String> names) {
        return start(directory, names, Ports.free());
    }

    /** The same on a port of one's choice, so that clients find again what was away. */
    public static EmbeddedDatabases start(Path directory, List<String> names, int port) {
        try {
            Files.createDirectories(directory);
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(directory.resolve("data"))
                    .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    // Texts are sorted alike on every machine, and as in the containers.
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("work_mem", "32MB")
                    .start();
            EmbeddedDatabases databases = new EmbeddedDatabases(server);
            for (String name : names) {
                databases.createIfMissing(name);
            }
            return databases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String jdbcUrl(String name) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
    }

    /** A connection of the server's administrator, who may do what a service may not. */
    public Connection asAdministrator(String name) throws SQLException {
        return server.getDatabase("postgres", name).getConnection();
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void createIfMissing(String name) {
        if (!name.matches("[a-z_]+")) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            try (var existing =
                    statement.executeQuery("select 1 from pg_database where datname = '%s'".formatted(name))) {
                if (existing.next()) {
                    return;
                }
            }
            statement.execute("create role %1$s login password '%1$s'".formatted(name));
            statement.execute("create database %1$s owner %1$s".formatted(name));
            statement.execute("revoke connect on database %s from public".formatted(name));
        } catch (SQLException e) {
            throw new IllegalStateException("could not create database " + name, e);
        }
    }
}
