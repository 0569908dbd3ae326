package se.skolkvalitet.kit.test;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A table that the test's transaction keeps from everyone else, readers too, until it ends. A reader of several tables
 * stops there, and what comes before it is read already.
 */
public final class HeldTable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WAITING = "select exists (select from pg_locks where not granted"
            + " and relation = cast(? as regclass) and database = (select oid from pg_database"
            + " where datname = current_database()))";

    private final DataSource dataSource;
    private final String table;

    private HeldTable(DataSource dataSource, String table) {
        this.dataSource = dataSource;
        this.table = table;
    }

    /** To be called in a transaction, which holds the table from now on. */
    public static HeldTable hold(DataSource dataSource, String table) throws SQLException {
        try (var connection = dataSource.getConnection();
                var lock = connection.createStatement()) {
            lock.execute("lock table " + table + " in access exclusive mode");
        }
        return new HeldTable(dataSource, table);
    }

    /** Returns when someone else has come to the table. */
    public void awaitReader() {
        // In the thread of the transaction: another one would not see the connection that belongs to it.
        await().pollInSameThread().atMost(PATIENCE).until(this::isAwaited);
    }

    private boolean isAwaited() throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(WAITING)) {
            query.setString(1, table);
            try (var answer = query.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }
}
