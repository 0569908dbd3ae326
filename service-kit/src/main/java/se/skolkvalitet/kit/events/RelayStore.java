package se.skolkvalitet.kit.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import se.skolkvalitet.kit.db.LockSession;
import se.skolkvalitet.kit.db.Sql;

/**
 * The outbox as the relay works on it, over the very session that holds the relay's lock: a relay that has lost its
 * session can mark nothing, and finds out with its next statement, however busy it is.
 */
final class RelayStore {
    private static final String NEXT = Sql.load(RelayStore.class, "next-waiting-events");
    private static final String MARK_SENT = Sql.load(RelayStore.class, "mark-events-sent");
    private static final String SET_EVENT_ASIDE = Sql.load(RelayStore.class, "set-event-aside");
    private static final String SET_TOPIC_ASIDE = Sql.load(RelayStore.class, "set-topic-aside");

    private final Connection connection;

    /** This relay may not go on: its session, and with it the lock, is gone. */
    static final class LeadershipLost extends RuntimeException {
        LeadershipLost(String what, Throwable cause) {
            super(what, cause);
        }
    }

    RelayStore(LockSession session) {
        connection = session.connection();
    }

    List<OutboxRow> next(Collection<String> restingTopics, int limit) {
        try (PreparedStatement query = connection.prepareStatement(NEXT)) {
            query.setArray(1, connection.createArrayOf("text", restingTopics.toArray()));
            query.setInt(2, limit);
            try (ResultSet result = query.executeQuery()) {
                List<OutboxRow> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new LeadershipLost("the relay could not read the outbox", e);
        }
    }

    /** @throws LeadershipLost where the session has ended, or somebody else has marked one of them */
    void markSent(List<OutboxRow> rows) {
        Object[] seqs = rows.stream().map(OutboxRow::seq).toArray();
        try (PreparedStatement update = connection.prepareStatement(MARK_SENT)) {
            update.setArray(1, connection.createArrayOf("bigint", seqs));
            int marked = update.executeUpdate();
            if (marked != rows.size()) {
                throw new SQLException("of %d events %d could be marked as sent".formatted(rows.size(), marked));
            }
        } catch (SQLException e) {
            throw new LeadershipLost("the relay could not mark what it sent", e);
        }
    }

    void setAside(OutboxRow row, String reason) {
        try (PreparedStatement update = connection.prepareStatement(SET_EVENT_ASIDE)) {
            update.setString(1, Shown.text(reason));
            update.setLong(2, row.seq());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new LeadershipLost("the relay could not set an event aside", e);
        }
    }

    /** @return how many events were waiting for the topic */
    int setTopicAside(String topic, String reason) {
        try (PreparedStatement update = connection.prepareStatement(SET_TOPIC_ASIDE)) {
            update.setString(1, Shown.text(reason));
            update.setString(2, topic);
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new LeadershipLost("the relay could not set a topic's events aside", e);
        }
    }

    private static OutboxRow row(ResultSet result) throws SQLException {
        return new OutboxRow(
                result.getLong("seq"),
                result.getObject("id", UUID.class),
                result.getString("topic"),
                result.getString("type"),
                result.getString("subject"),
                result.getLong("version"),
                result.getObject("epoch", OffsetDateTime.class),
                result.getObject("occurred_at", OffsetDateTime.class),
                result.getString("traceparent"),
                result.getString("data"));
    }
}
