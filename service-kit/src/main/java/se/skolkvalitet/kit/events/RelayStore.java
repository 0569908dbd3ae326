package se.skolkvalitet.kit.events;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.db.LockSession;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.text.PlainText;

/**
 * The outbox as the relay works on it, over the very session that holds the relay's lock: a relay that has lost its
 * session can mark nothing, and finds out with its next statement, however busy it is.
 */
final class RelayStore {
    private static final String NEXT = Sql.load(RelayStore.class, "next-waiting-events");
    private static final String MARK_SENT = Sql.load(RelayStore.class, "mark-events-sent");
    private static final String SET_EVENT_ASIDE = Sql.load(RelayStore.class, "set-event-aside");
    private static final String SET_TOPIC_ASIDE = Sql.load(RelayStore.class, "set-topic-aside");

    private final Jdbi jdbi;

    /** Somebody else has marked what this relay was about to mark, so it is not the only one at work. */
    static final class LeadershipLost extends RuntimeException {
        LeadershipLost(String what) {
            super(what);
        }
    }

    RelayStore(LockSession session) {
        jdbi = session.jdbi();
        // A session as long as this would keep the plans that it made while next to nothing waited. When a large import
        // has committed, they compare each event of a batch with each that waits.
        jdbi.useHandle(handle -> handle.execute("set plan_cache_mode = force_custom_plan"));
    }

    List<OutboxRow> next(Collection<String> restingTopics, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(NEXT)
                .bindArray("resting", String.class, restingTopics.toArray())
                .bind("limit", limit)
                .mapTo(OutboxRow.class)
                .list());
    }

    void markSent(List<OutboxRow> rows) {
        int marked = jdbi.withHandle(handle -> handle.createUpdate(MARK_SENT)
                .bindArray("seqs", Long.class, rows.stream().map(OutboxRow::seq).toArray())
                .execute());
        if (marked != rows.size()) {
            throw new LeadershipLost("of %d events %d could be marked as sent".formatted(rows.size(), marked));
        }
    }

    void setAside(OutboxRow row, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate(SET_EVENT_ASIDE)
                .bind("reason", PlainText.shown(reason))
                .bind("seq", row.seq())
                .execute());
    }

    /** @return how many events were waiting for the topic */
    int setTopicAside(String topic, String reason) {
        return jdbi.withHandle(handle -> handle.createUpdate(SET_TOPIC_ASIDE)
                .bind("reason", PlainText.shown(reason))
                .bind("topic", topic)
                .execute());
    }
}
