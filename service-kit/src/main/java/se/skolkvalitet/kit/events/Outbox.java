package se.skolkvalitet.kit.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import se.skolkvalitet.kit.time.Ids;
import se.skolkvalitet.kit.trace.TraceContext;

/**
 * Events on their way out: written in the transaction of the change that they tell of, sent by {@link OutboxRelay}
 * after it commits.
 */
@ApplicationScoped
public class Outbox {
    @Inject
    OutboxStore store;

    @Inject
    ObjectMapper mapper;

    @Inject
    Clock clock;

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Event event) {
        addAll(List.of(event));
    }

    /**
     * The caller must already hold the lock on each aggregate's row, which an update of it gives: that is what keeps
     * the events of one aggregate in the order of its changes.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void addAll(List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        String traceparent = TraceContext.current();
        store.add(events.stream().map(event -> row(event, now, traceparent)).toList());
    }

    private OutboxRow row(Event event, OffsetDateTime now, String traceparent) {
        return new OutboxRow(
                0,
                Ids.next(),
                event.topic(),
                event.type(),
                event.subject(),
                event.version(),
                null,
                now,
                traceparent,
                json(event.data()));
    }

    private String json(Object data) {
        try {
            return mapper.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event's data must be JSON", e);
        }
    }
}
