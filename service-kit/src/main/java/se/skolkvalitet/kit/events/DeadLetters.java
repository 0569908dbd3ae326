package se.skolkvalitet.kit.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.time.Ids;

/**
 * Events that could not be taken in: kept in the database as they came, told of on the service's dead-letter topic
 * (through the outbox, so that neither is lost), and taken in again when someone asks for it.
 */
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    public static final String TYPE = "se.skolkvalitet.dead-letter.v1";

    @Inject
    Jdbi jdbi;

    @Inject
    Inbox inbox;

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper mapper;

    @Inject
    Clock clock;

    @ConfigProperty(name = "kit.dead-letter-topic")
    String topic;

    /** What the dead-letter topic tells of one. The payload itself stays in the database. */
    public record DeadLetter(
            UUID id,
            String topic,
            int partition,
            long recordOffset,
            String key,
            String reason,
            OffsetDateTime failedAt,
            OffsetDateTime replayedAt) {}

    private record Payload(String topic, int partition, long recordOffset, String key, String headers, byte[] value) {}

    @Transactional
    void add(ConsumerRecord<byte[], byte[]> kafkaRecord, Throwable reason) {
        UUID id = Ids.next();
        OffsetDateTime now = clock.instant().atOffset(java.time.ZoneOffset.UTC);
        String why = reason.getMessage() == null ? reason.getClass().getSimpleName() : reason.getMessage();
        int added = jdbi.withHandle(handle -> handle.execute(
                "insert into dead_letter (id, topic, partition, record_offset, key, headers, value, reason, failed_at)"
                        + " values (?, ?, ?, ?, ?, ?::json, ?, ?, ?) on conflict do nothing",
                id,
                kafkaRecord.topic(),
                kafkaRecord.partition(),
                kafkaRecord.offset(),
                text(kafkaRecord.key()),
                json(Inbox.headers(kafkaRecord)),
                kafkaRecord.value(),
                why,
                now));
        if (added == 0) {
            return;
        }
        LOG.errorf(
                "event %s/%d/%d is now dead letter %s: %s",
                kafkaRecord.topic(), kafkaRecord.partition(), kafkaRecord.offset(), id, why);
        DeadLetter letter = new DeadLetter(
                id,
                kafkaRecord.topic(),
                kafkaRecord.partition(),
                kafkaRecord.offset(),
                text(kafkaRecord.key()),
                why,
                now,
                null);
        outbox.add(new Event(topic, TYPE, id.toString(), 1, letter));
    }

    public List<DeadLetter> list(UUID after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, topic, partition, record_offset, key, reason, failed_at, replayed_at"
                                + " from dead_letter where cast(:after as uuid) is null or id > :after"
                                + " order by id limit :limit")
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(DeadLetter.class)
                .list());
    }

    /**
     * Takes a dead letter in as if it had just been delivered.
     *
     * @throws ProblemException 404 where there is none with the id, 409 where it still cannot be taken in
     */
    public void replay(UUID id) {
        Payload payload = jdbi.withHandle(handle -> handle.createQuery(
                                "select topic, partition, record_offset, key, headers, value from dead_letter"
                                        + " where id = :id")
                        .bind("id", id)
                        .mapTo(Payload.class)
                        .findOne())
                .orElseThrow(() -> ProblemException.notFound("dead letter " + id));
        try {
            inbox.receive(List.of(kafkaRecord(payload)));
        } catch (UnreadableEvent | IllegalArgumentException e) {
            throw ProblemException.conflict("It still cannot be taken in: " + e.getMessage());
        }
        Timestamp now = Timestamp.from(clock.instant());
        jdbi.useHandle(handle -> handle.execute("update dead_letter set replayed_at = ? where id = ?", now, id));
    }

    private ConsumerRecord<byte[], byte[]> kafkaRecord(Payload payload) {
        var kafkaRecord = new ConsumerRecord<>(
                payload.topic(), payload.partition(), payload.recordOffset(), bytes(payload.key()), payload.value());
        headers(payload.headers())
                .forEach((name, value) -> kafkaRecord.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return kafkaRecord;
    }

    private Map<String, String> headers(String json) {
        try {
            return mapper.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] key) {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String key) {
        return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }
}
