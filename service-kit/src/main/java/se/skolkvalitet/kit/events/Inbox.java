package se.skolkvalitet.kit.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes in the events of other services. Repeats and versions older than the one already known are ignored, so that
 * redelivery and reordering do no harm.
 */
@ApplicationScoped
public class Inbox {
    private static final String REMEMBER = "insert into inbox (topic, subject, version, event_id, received_at)"
            + " values (?, ?, ?, ?, ?) on conflict (topic, subject) do update"
            + " set version = excluded.version, event_id = excluded.event_id, received_at = excluded.received_at"
            + " where inbox.version < excluded.version";

    @Inject
    @All
    List<EventHandler<?>> allHandlers;

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper mapper;

    @Inject
    Clock clock;

    private Map<String, EventHandler<?>> handlers;

    @PostConstruct
    void indexHandlers() {
        handlers = allHandlers.stream().collect(Collectors.toMap(EventHandler::type, Function.identity()));
    }

    /**
     * Takes in some records, all in one transaction.
     *
     * @throws UnreadableEvent where one of them is not an event that this service understands; nothing is taken in
     */
    void receive(List<ConsumerRecord<String, byte[]>> records) {
        QuarkusTransaction.requiringNew().run(() -> records.forEach(this::receiveOne));
    }

    private void receiveOne(ConsumerRecord<String, byte[]> kafkaRecord) {
        CloudEvent event = cloudEvent(kafkaRecord);
        EventHandler<?> handler = handlers.get(event.getType());
        if (handler == null) {
            return;
        }
        dispatch(handler, event, kafkaRecord.topic());
    }

    private <T> void dispatch(EventHandler<T> handler, CloudEvent event, String topic) {
        long version = version(event);
        T data = data(event, handler.dataType());
        if (remember(topic, event, version)) {
            handler.handle(new EventHandler.Received<>(event.getId(), event.getSubject(), version, data));
        }
    }

    private boolean remember(String topic, CloudEvent event, long version) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbi.withHandle(
                        handle -> handle.execute(REMEMBER, topic, event.getSubject(), version, event.getId(), now))
                == 1;
    }

    private static CloudEvent cloudEvent(ConsumerRecord<String, byte[]> kafkaRecord) {
        try {
            CloudEvent event = KafkaMessageFactory.createReader(kafkaRecord).toEvent();
            if (event.getSubject() == null || event.getData() == null) {
                throw new UnreadableEvent("the event has no subject or no data");
            }
            return event;
        } catch (UnreadableEvent e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnreadableEvent("not a CloudEvent: " + e.getMessage(), e);
        }
    }

    private static long version(CloudEvent event) {
        Object version = event.getExtension(CloudEvents.VERSION);
        try {
            return Long.parseLong(String.valueOf(version));
        } catch (NumberFormatException e) {
            throw new UnreadableEvent(CloudEvents.VERSION + " is '" + version + "', not a number", e);
        }
    }

    private <T> T data(CloudEvent event, Class<T> type) {
        try {
            // Fields that this service does not know were added after it was built; they are no fault.
            return mapper.readerFor(type)
                    .without(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(event.getData().toBytes());
        } catch (IOException e) {
            throw new UnreadableEvent("the data is not a " + event.getType() + ": " + firstLine(e), e);
        }
    }

    private static String firstLine(IOException e) {
        return e.getMessage().lines().findFirst().orElse("");
    }

    /** How many aggregates of each topic this service knows. */
    public List<Known> known() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select topic, count(*) as aggregates, max(received_at) as last_received_at"
                                + " from inbox group by topic order by topic")
                .mapTo(Known.class)
                .list());
    }

    /** What has been taken in from one topic. */
    public record Known(String topic, long aggregates, java.time.OffsetDateTime lastReceivedAt) {}

    static Map<String, String> headers(ConsumerRecord<String, byte[]> kafkaRecord) {
        return StreamSupport.stream(kafkaRecord.headers().spliterator(), false)
                .filter(header -> header.value() != null)
                .collect(Collectors.toMap(
                        header -> header.key(), header -> new String(header.value()), (first, second) -> second));
    }
}
