package se.skolkvalitet.kit.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;
import se.skolkvalitet.kit.events.DeadLetters.DeadLetter;
import se.skolkvalitet.kit.text.PlainText;

/** Records as they came, byte for byte. */
@Store
class DeadLetterStore {
    private static final String INSERT = Sql.load(DeadLetterStore.class, "insert-dead-letter");

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper mapper;

    private record Letter(
            UUID id,
            String topic,
            int partition,
            long recordOffset,
            byte[] key,
            String reason,
            OffsetDateTime failedAt,
            OffsetDateTime replayedAt) {

        DeadLetter shown() {
            return new DeadLetter(
                    id, topic, partition, recordOffset, PlainText.shown(key), reason, failedAt, replayedAt);
        }
    }

    private record Payload(String topic, int partition, long recordOffset, byte[] key, String headers, byte[] value) {}

    /** @return false where it is kept already */
    boolean add(UUID id, ConsumerRecord<byte[], byte[]> kafkaRecord, String reason, OffsetDateTime now) {
        return jdbi.withHandle(handle -> handle.createUpdate(INSERT)
                        .bind("id", id)
                        .bind("topic", kafkaRecord.topic())
                        .bind("partition", kafkaRecord.partition())
                        .bind("offset", kafkaRecord.offset())
                        .bind("key", kafkaRecord.key())
                        .bind("headers", headers(kafkaRecord))
                        .bind("value", kafkaRecord.value())
                        .bind("reason", reason)
                        .bind("now", now)
                        .execute())
                == 1;
    }

    List<DeadLetter> list(UUID after, int limit) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select id, topic, partition, record_offset, key, reason, failed_at, replayed_at"
                        + " from dead_letter where cast(:after as uuid) is null or id > :after"
                        + " order by id limit :limit")
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(Letter.class)
                .stream()
                .map(Letter::shown)
                .toList());
    }

    Optional<ConsumerRecord<byte[], byte[]>> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select topic, partition, record_offset, key, headers, value from dead_letter where id = :id")
                .bind("id", id)
                .mapTo(Payload.class)
                .findOne()
                .map(this::kafkaRecord));
    }

    void markReplayed(UUID id, OffsetDateTime now) {
        jdbi.useHandle(handle -> handle.execute("update dead_letter set replayed_at = ? where id = ?", now, id));
    }

    private ConsumerRecord<byte[], byte[]> kafkaRecord(Payload payload) {
        var kafkaRecord = new ConsumerRecord<>(
                payload.topic(), payload.partition(), payload.recordOffset(), payload.key(), payload.value());
        try {
            for (List<String> header :
                    mapper.readValue(payload.headers(), new TypeReference<List<List<String>>>() {})) {
                byte[] value =
                        header.get(1) == null ? null : Base64.getDecoder().decode(header.get(1));
                kafkaRecord.headers().add(header.get(0), value);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return kafkaRecord;
    }

    private String headers(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        List<String[]> headers = new ArrayList<>();
        for (Header header : kafkaRecord.headers()) {
            String value = header.value() == null ? null : Base64.getEncoder().encodeToString(header.value());
            headers.add(new String[] {header.key(), value});
        }
        try {
            return mapper.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
