package se.skolkvalitet.kit.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** How far each topic's consumer has come, and since when what it works on has been waiting. */
@ApplicationScoped
class IntakeProgress {
    private final Map<String, Instant> oldestUnderWay = new HashMap<>();
    private final Map<TopicPartition, Long> nextOffsets = new HashMap<>();

    synchronized void begin(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, Long> firstOffsets = new HashMap<>();
        for (ConsumerRecord<?, ?> kafkaRecord : records) {
            Instant produced = Instant.ofEpochMilli(kafkaRecord.timestamp());
            oldestUnderWay.merge(kafkaRecord.topic(), produced, (one, other) -> one.isBefore(other) ? one : other);
            firstOffsets.putIfAbsent(partition(kafkaRecord), kafkaRecord.offset());
        }
        // Not where the batch before ended: between the two may lie the mark at the end of a transaction.
        nextOffsets.putAll(firstOffsets);
    }

    synchronized void end(List<ConsumerRecord<byte[], byte[]>> records) {
        for (ConsumerRecord<?, ?> kafkaRecord : records) {
            oldestUnderWay.remove(kafkaRecord.topic());
            nextOffsets.put(partition(kafkaRecord), kafkaRecord.offset() + 1);
        }
    }

    /** When the oldest event of the batch under way was sent; null while none is. */
    synchronized Instant oldestUnderWay(String topic) {
        return oldestUnderWay.get(topic);
    }

    /** How many offsets the consumer has read ahead of what is taken in; none while it has nothing under way. */
    synchronized long readAhead(TopicPartition partition, long position) {
        // With nothing under way, what lies between is no event but the mark at the end of a transaction.
        return oldestUnderWay.containsKey(partition.topic())
                ? Math.max(0, position - nextOffsets.getOrDefault(partition, position))
                : 0;
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> kafkaRecord) {
        return new TopicPartition(kafkaRecord.topic(), kafkaRecord.partition());
    }
}
