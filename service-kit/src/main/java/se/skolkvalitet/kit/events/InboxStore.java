package se.skolkvalitet.kit.events;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.db.Json;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;

/** What this service has taken in: for each aggregate of its neighbours the newest event. */
@Store
class InboxStore {
    private static final String KNOWN = Sql.load(InboxStore.class, "known-events");
    private static final String REMEMBER = Sql.load(InboxStore.class, "remember-events");

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    /** What is known of some aggregates; those never heard of are left out. */
    Map<Aggregate, Mark> known(Collection<Aggregate> aggregates) {
        return jdbi.withHandle(handle -> handle
                .createQuery(KNOWN)
                .bindArray(
                        "topics",
                        String.class,
                        aggregates.stream().map(Aggregate::topic).toList())
                .bindArray(
                        "subjects",
                        String.class,
                        aggregates.stream().map(Aggregate::subject).toList())
                .mapTo(KnownEvent.class)
                .list()
                .stream()
                .collect(Collectors.toMap(KnownEvent::aggregate, KnownEvent::mark)));
    }

    /** @return those that are news; of the others this version or a newer one is known already */
    Set<Aggregate> remember(Map<Aggregate, Mark> marks) {
        List<Told> told = marks.entrySet().stream()
                .map(one -> Told.of(one.getKey(), one.getValue()))
                .toList();
        return jdbi.withHandle(handle -> handle.createQuery(REMEMBER)
                .bind("events", new Json(told))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .mapTo(Aggregate.class)
                .set());
    }

    List<Inbox.Known> summary() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select topic, count(*) as aggregates, max(received_at) as last_received_at"
                                + " from inbox group by topic order by topic")
                .mapTo(Inbox.Known.class)
                .list());
    }

    private record Told(String topic, String subject, Instant epoch, long version, String eventId, Instant time) {
        static Told of(Aggregate aggregate, Mark mark) {
            return new Told(
                    aggregate.topic(), aggregate.subject(), mark.epoch(), mark.version(), mark.eventId(), mark.time());
        }
    }

    private record KnownEvent(
            String topic,
            String subject,
            OffsetDateTime epoch,
            long version,
            String eventId,
            OffsetDateTime eventTime) {
        Aggregate aggregate() {
            return new Aggregate(topic, subject);
        }

        Mark mark() {
            return new Mark(epoch.toInstant(), version, eventId, eventTime == null ? null : eventTime.toInstant());
        }
    }
}
