package se.skolkvalitet.stack;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A table that nobody else can write to, so that a service's work on it stops in its middle: what the work wrote before
 * is not committed, and what comes after has not begun.
 */
final class HeldTable implements AutoCloseable {
    private static final String WAITING = "select count(*) from pg_locks"
            + " where not granted and relation = cast(? as regclass) and database = (select oid from pg_database"
            + " where datname = current_database())";

    private final Connection connection;
    private final String table;

    private HeldTable(Connection connection, String table) {
        this.connection = connection;
        this.table = table;
    }

    static HeldTable hold(LocalStack stack, ServiceKind service, String table) {
        try {
            Connection connection = TestStack.connect(stack, service);
            connection.setAutoCommit(false);
            try (var lock = connection.createStatement()) {
                lock.execute("lock table " + table + " in share mode");
            }
            return new HeldTable(connection, table);
        } catch (SQLException e) {
            throw new IllegalStateException("could not hold " + table, e);
        }
    }

    /** Returns when the service's work has come to the table. */
    void awaitWork() {
        await().atMost(Duration.ofMinutes(3)).until(this::isAwaited);
    }

    private boolean isAwaited() throws SQLException {
        try (var query = connection.prepareStatement(WAITING)) {
            query.setString(1, table);
            try (var count = query.executeQuery()) {
                count.next();
                return count.getInt(1) > 0;
            }
        }
    }

    /** Lets it go. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
