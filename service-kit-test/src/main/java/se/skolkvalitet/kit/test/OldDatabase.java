package se.skolkvalitet.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import se.skolkvalitet.embedded.EmbeddedDatabases;

/**
 * A database as an earlier version of a service left it, in a PostgreSQL of its own. The service under test starts on it
 * and migrates it; the tests then see whether it gives the same answers. For the classes that name it with {@code
 * scope = RESTRICTED_TO_CLASS}.
 */
public abstract class OldDatabase implements QuarkusTestResourceLifecycleManager {
    private static final String NAME = "old";

    private Path directory;
    private EmbeddedDatabases databases;

    /** The last migration that the earlier version had, for example {@code 1}. */
    protected abstract String version();

    /** Writes what the earlier version had stored, in its tables of then. */
    protected abstract void fill(Connection connection) throws SQLException, IOException;

    /** After the stack that all tests share, whose database this one takes the place of. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("old-database");
            databases = EmbeddedDatabases.start(directory.resolve("postgres"), List.of(NAME));
            Flyway.configure()
                    .dataSource(databases.jdbcUrl(NAME), NAME, NAME)
                    .locations("classpath:db/kit", "classpath:db/migration")
                    .target(version())
                    .load()
                    .migrate();
            try (Connection connection = DriverManager.getConnection(databases.jdbcUrl(NAME), NAME, NAME)) {
                fill(connection);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the database of version %s could not be made".formatted(version()), e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url",
                databases.jdbcUrl(NAME),
                "quarkus.datasource.username",
                NAME,
                "quarkus.datasource.password",
                NAME);
    }

    @Override
    public void stop() {
        if (databases != null) {
            try {
                databases.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        EmbeddedStack.delete(directory);
    }
}
