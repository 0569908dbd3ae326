package se.skolkvalitet.kit.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.db.Sql;

/** What this service has taken in: for each aggregate of its neighbours the newest event. */
@ApplicationScoped
class InboxStore {
    private static final String KNOWN = Sql.load(InboxStore.class, "known-events");
    private static final String REMEMBER = Sql.load(InboxStore.class, "remember-event");

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

    /** @return false where this version or a newer one is known already */
    boolean remember(Aggregate aggregate, Mark mark) {
        return jdbi.withHandle(handle -> handle.createUpdate(REMEMBER)
                        .bind("topic", aggregate.topic())
                        .bind("subject", aggregate.subject())
                        .bind("epoch", mark.epoch().atOffset(ZoneOffset.UTC))
                        .bind("version", mark.version())
                        .bind("eventId", mark.eventId())
                        .bind("time", mark.time() == null ? null : mark.time().atOffset(ZoneOffset.UTC))
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .execute())
                == 1;
    }

    List<Inbox.Known> summary() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select topic, count(*) as aggregates, max(received_at) as last_received_at"
                                + " from inbox group by topic order by topic")
                .mapTo(Inbox.Known.class)
                .list());
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
