package se.skolkvalitet.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * A service's database as its administrator sees it: for the yardsticks, and to empty what the next repetition fills
 * again.
 */
final class Database implements AutoCloseable {
    private final Connection connection;

    Database(String jdbcUrl) {
        try {
            connection = DriverManager.getConnection(jdbcUrl + "?user=postgres");
        } catch (SQLException e) {
            throw new BenchFailed("no connection to " + jdbcUrl, e);
        }
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new BenchFailed("could not " + sql, e);
        }
    }

    long number(String sql) {
        return Long.parseLong(text(sql));
    }

    /** The only column of the only row. */
    String text(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                throw new BenchFailed("nothing was found by " + sql);
            }
            return row.getString(1);
        } catch (SQLException e) {
            throw new BenchFailed("could not " + sql, e);
        }
    }

    /** What earlier work left to be written is written now, and not while the next is measured. */
    void settle() {
        execute("checkpoint");
    }

    /** Writes the rows of a table to a file as {@code COPY} reads them. */
    void copyOut(String table, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", out);
        } catch (IOException | SQLException e) {
            throw new BenchFailed("could not copy out " + table, e);
        }
    }

    void copyIn(String table, Path file) {
        copy("copy %s from stdin".formatted(table), file);
    }

    /** A CSV file with a header, whose columns are those of the table. */
    void copyCsvIn(String table, Path file) {
        copy("copy %s from stdin (format csv, header)".formatted(table), file);
    }

    private void copy(String sql, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in);
        } catch (IOException | SQLException e) {
            throw new BenchFailed("could not " + sql, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new BenchFailed("could not close the connection", e);
        }
    }
}
