package se.skolkvalitet.stack.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import se.skolkvalitet.embedded.EmbeddedDatabases;
import se.skolkvalitet.stack.ServiceKind;

/**
 * Databases as a released version left them: the very migrations that it had, taken from the packaged services of today,
 * make the tables; then comes its data, Flyway's own history with it. So Flyway checks, when a service starts on it, that
 * no migration was changed since.
 */
public final class ReleasedDatabases {
    private static final String HISTORY = "copy flyway_schema_history (";

    private ReleasedDatabases() {}

    /** Makes the databases of a sample where a stack that keeps its data in the folder looks for them. */
    public static void restore(Path projectRoot, Path sample, Path folder) throws IOException, SQLException {
        List<String> names =
                Arrays.stream(ServiceKind.values()).map(ServiceKind::database).toList();
        try (EmbeddedDatabases databases = EmbeddedDatabases.start(folder.resolve("postgres"), names)) {
            for (ServiceKind service : ServiceKind.values()) {
                Path dump = SampleOfRelease.databaseOf(service, sample);
                migrate(projectRoot, service, migrationsIn(dump), databases);
                try (Connection connection = databases.asAdministrator(service.database());
                        InputStream file = Files.newInputStream(dump)) {
                    Dump.read(connection, service.database(), file);
                }
            }
        }
    }

    /** @param script the file's place on the class path, or the name of the class */
    private record Migration(boolean isJava, String script) {}

    private static List<Migration> migrationsIn(Path dump) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(dump)), StandardCharsets.UTF_8))) {
            List<Migration> migrations = new ArrayList<>();
            List<String> columns = List.of();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(HISTORY)) {
                    columns = List.of(
                            line.substring(HISTORY.length(), line.indexOf(')')).split(", "));
                } else if (!columns.isEmpty() && line.equals("\\.")) {
                    return migrations;
                } else if (!columns.isEmpty()) {
                    String[] row = line.split("\t");
                    migrations.add(
                            new Migration(row[columns.indexOf("type")].equals("JDBC"), row[columns.indexOf("script")]));
                }
            }
        }
        throw new IOException(dump + " does not tell of its migrations");
    }

    private static void migrate(
            Path projectRoot, ServiceKind service, List<Migration> migrations, EmbeddedDatabases databases)
            throws IOException {
        Path scripts = Files.createTempDirectory("migrations");
        List<JavaMigration> classes = new ArrayList<>();
        try (URLClassLoader packaged = packaged(projectRoot, service)) {
            for (Migration migration : migrations) {
                if (migration.isJava()) {
                    classes.add(instance(packaged, migration.script()));
                } else {
                    String name = Path.of(migration.script()).getFileName().toString();
                    Files.write(scripts.resolve(name), bytes(packaged, migration.script()));
                }
            }
            Flyway.configure(packaged)
                    .dataSource(databases.jdbcUrl(service.database()), service.database(), service.database())
                    .locations("filesystem:" + scripts)
                    .javaMigrations(classes.toArray(JavaMigration[]::new))
                    .load()
                    .migrate();
        }
        delete(scripts);
    }

    private static byte[] bytes(ClassLoader packaged, String script) throws IOException {
        try (InputStream file = packaged.getResourceAsStream(script)) {
            if (file == null) {
                throw new IOException("the released migration " + script + " is gone");
            }
            return file.readAllBytes();
        }
    }

    private static JavaMigration instance(ClassLoader packaged, String name) throws IOException {
        try {
            return (JavaMigration)
                    packaged.loadClass(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IOException("the released migration " + name + " is gone", e);
        }
    }

    private static URLClassLoader packaged(Path projectRoot, ServiceKind service) throws IOException {
        Path application = projectRoot.resolve(service.artifact()).resolve("target/quarkus-app");
        List<URL> jars = new ArrayList<>();
        for (String folder : List.of("app", "lib/main")) {
            try (Stream<Path> files = Files.list(application.resolve(folder))) {
                for (Path jar : files.sorted().toList()) {
                    jars.add(jar.toUri().toURL());
                }
            }
        }
        return new URLClassLoader(jars.toArray(URL[]::new), ReleasedDatabases.class.getClassLoader());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
