package se.skolkvalitet.kit.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import se.skolkvalitet.kit.time.Ids;

/**
 * Events on their way out: written in the transaction of the change that they tell of, sent by {@link OutboxRelay}
 * after it commits.
 */
@ApplicationScoped
public class Outbox {
    @Inject
    Jdbi jdbi;

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
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("insert into outbox"
                    + " (id, topic, type, subject, version, data, occurred_at) values (?, ?, ?, ?, ?, ?::json, ?)");
            Timestamp now = Timestamp.from(clock.instant());
            for (Event event : events) {
                batch.add(
                        Ids.next(),
                        event.topic(),
                        event.type(),
                        event.subject(),
                        event.version(),
                        json(event.data()),
                        now);
            }
            batch.execute();
        });
    }

    private String json(Object data) {
        try {
            return mapper.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event's data must be JSON", e);
        }
    }
}
