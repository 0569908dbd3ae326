package se.skolkvalitet.kit.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into a table by {@code COPY … FROM STDIN} (text format), inside the handle's transaction. Memory
 * does not grow with the number of rows. {@link #finish} ends the copy; closing an unfinished one cancels it.
 */
public final class Bulk implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(BUFFER + 1024);

    private Bulk(CopyIn copy) {
        this.copy = copy;
    }

    /** @param table name and column list, for example {@code staged_unit (line, code)} */
    public static Bulk into(Handle handle, String table) {
        try {
            var connection = handle.getConnection().unwrap(PGConnection.class);
            return new Bulk(connection.getCopyAPI().copyIn("copy " + table + " from stdin"));
        } catch (SQLException e) {
            throw new IllegalStateException("could not start COPY into " + table, e);
        }
    }

    /** One row; a null is SQL's null, everything else its {@code toString()}. */
    public void row(Object... columns) {
        for (int i = 0; i < columns.length; i++) {
            if (i > 0) {
                buffer.append('\t');
            }
            append(columns[i]);
        }
        buffer.append('\n');
        if (buffer.length() >= BUFFER) {
            flush();
        }
    }

    /** @return how many rows went in */
    public long finish() {
        flush();
        try {
            return copy.endCopy();
        } catch (SQLException e) {
            throw new IllegalStateException("COPY was refused", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (copy.isActive()) {
            try {
                copy.cancelCopy();
            } catch (SQLException e) {
                throw new IOException("could not cancel COPY", e);
            }
        }
    }

    private void append(Object column) {
        if (column == null) {
            buffer.append("\\N");
            return;
        }
        String text = column.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                default -> buffer.append(c);
            }
        }
    }

    private void flush() {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new IllegalStateException("COPY was refused", e);
        }
        buffer.setLength(0);
    }
}
