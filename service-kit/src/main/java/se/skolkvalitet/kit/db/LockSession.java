package se.skolkvalitet.kit.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.PGConnection;

/**
 * A database session of its own, outside the pool, that holds named advisory locks: the right to work belongs to whoever
 * has the lock, and ends with the session. Every process dies with its session; a host that is lost without a word
 * loses it within a minute, because both sides keep asking whether the other is still there.
 *
 * <p>A session that was cut off is not mended: whoever worked under its lock has to stop, open another and take the
 * lock anew.
 */
public final class LockSession implements AutoCloseable {
    private static final String KEEP_ALIVE = Sql.load(LockSession.class, "keep-session-alive");
    private static final String TAKE = Sql.load(LockSession.class, "take-lock");
    private static final String HOLDS = Sql.load(LockSession.class, "holds-lock");
    private static final String NO_ANSWER_SECONDS = "30";

    private final Connection connection;

    private LockSession(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param properties for the driver, user and password among them; where they set a timeout it stays as it is
     * @throws SessionLost where the database is away
     */
    static LockSession open(String jdbcUrl, Properties properties) {
        Properties withKeepAlive = new Properties();
        withKeepAlive.putAll(properties);
        withKeepAlive.putIfAbsent("tcpKeepAlive", "true");
        withKeepAlive.putIfAbsent("connectTimeout", "10");
        // A server that does not answer is taken for lost; the wait for notifications has a time limit of its own.
        withKeepAlive.putIfAbsent("socketTimeout", NO_ANSWER_SECONDS);
        try {
            return keptAlive(DriverManager.getConnection(jdbcUrl, withKeepAlive));
        } catch (SQLException e) {
            throw new SessionLost("no session for locks could be opened", e);
        }
    }

    private static LockSession keptAlive(Connection connection) throws SQLException {
        try (PreparedStatement settings = connection.prepareStatement(KEEP_ALIVE)) {
            settings.execute();
            return new LockSession(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Takes the lock if nobody else has it. Does not wait, and asking again while holding it does no harm.
     *
     * @return whether this session has the lock now
     * @throws SessionLost where the session has ended
     */
    public boolean tryLock(String name) {
        try {
            return ask(HOLDS, name) || ask(TAKE, name);
        } catch (SQLException e) {
            throw new SessionLost("the session ended before it had the lock '" + name + "'", e);
        }
    }

    /** Whether this session has the lock, as the database knows it; a session that has ended has none. */
    public boolean holds(String name) {
        try {
            return ask(HOLDS, name);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * From now on hears what is notified on the channel.
     *
     * @param channel an identifier of SQL
     * @throws SessionLost where the session has ended
     */
    public void listen(String channel) {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + statement.enquoteIdentifier(channel, false));
        } catch (SQLException e) {
            throw new SessionLost("the session ended before it listened", e);
        }
    }

    /**
     * Waits until something is notified, at most as long as given.
     *
     * @return whether anything was
     * @throws SessionLost where the session has ended
     */
    public boolean awaitNotification(Duration atMost) {
        try {
            // Zero would mean to wait for ever.
            int millis = Math.toIntExact(Math.max(1, atMost.toMillis()));
            var notifications = connection.unwrap(PGConnection.class).getNotifications(millis);
            return notifications != null && notifications.length > 0;
        } catch (SQLException e) {
            throw new SessionLost("the session ended while it waited", e);
        }
    }

    /** For statements that are to fail once the lock is lost; each is a transaction by itself. */
    public Connection connection() {
        return connection;
    }

    /** Ends the session and frees its locks. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new SessionLost("the session could not be closed", e);
        }
    }

    private boolean ask(String question, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(question)) {
            query.setString(1, name);
            try (var answer = query.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }
}
