package se.skolkvalitet.stack.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * The data of a database without its schema, which the migrations make: statements and {@code COPY} blocks, compressed,
 * as {@code psql} reads them too. PostgreSQL's own pg_dump does not come with the embedded server.
 */
public final class Dump {
    private static final String END_OF_ROWS = "\\.";

    private static final String PARTITIONS = """
            select format('create table if not exists %I partition of %I %s', part.relname, whole.relname,
                pg_get_expr(part.relpartbound, part.oid))
            from pg_class part
            join pg_inherits on inhrelid = part.oid
            join pg_class whole on whole.oid = inhparent
            where part.relnamespace = 'public'::regnamespace and part.relkind in ('r', 'p')
            order by part.relname
            """;

    /** With the columns that hold data: what is generated from them comes by itself. */
    private static final String TABLES = """
            select format('%I', relname) as name, string_agg(format('%I', attname), ', ' order by attnum) as columns
            from pg_class
            join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
            group by relname
            order by relname
            """;

    private static final String SEQUENCES = """
            select format('select setval(%L, %s)', quote_ident(sequencename), last_value)
            from pg_sequences
            where schemaname = 'public' and last_value is not null
            order by sequencename
            """;

    private Dump() {}

    /**
     * Writes all data as it is at one moment.
     *
     * @return how many rows each table has
     */
    public static Map<String, Long> write(Connection connection, OutputStream file) throws SQLException, IOException {
        Map<String, Long> rows = new TreeMap<>();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (OutputStream out = new GZIPOutputStream(file)) {
            for (String partition : texts(connection, PARTITIONS)) {
                line(out, partition + ";");
            }
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (Table table : tables(connection)) {
                line(out, "copy %s (%s) from stdin;".formatted(table.name(), table.columns()));
                rows.put(
                        table.name(),
                        copy.copyOut(
                                "copy (select %s from %s) to stdout".formatted(table.columns(), table.name()), out));
                line(out, END_OF_ROWS);
            }
            for (String sequence : texts(connection, SEQUENCES)) {
                line(out, sequence + ";");
            }
        }
        connection.rollback();
        return rows;
    }

    /**
     * Puts data in the place of what the migrations wrote.
     *
     * @param connection of the administrator, because rows come in an order that keys and triggers do not bear
     * @param owner whose tables they are
     */
    public static void read(Connection connection, String owner, InputStream file) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set role " + owner);
            List<String> names = tables(connection).stream().map(Table::name).toList();
            statement.execute("truncate " + String.join(", ", names));
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("copy ")) {
                    readRows(copy.copyIn(line), lines);
                } else {
                    statement.execute(line);
                }
            }
        }
        connection.commit();
    }

    private static void readRows(CopyIn rows, BufferedReader lines) throws SQLException, IOException {
        for (String line = lines.readLine(); !END_OF_ROWS.equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new IOException("the dump ends in the middle of a table");
            }
            byte[] row = (line + "\n").getBytes(StandardCharsets.UTF_8);
            rows.writeToCopy(row, 0, row.length);
        }
        rows.endCopy();
    }

    private record Table(String name, String columns) {}

    private static List<Table> tables(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(new Table(rows.getString("name"), rows.getString("columns")));
            }
        }
        return tables;
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
