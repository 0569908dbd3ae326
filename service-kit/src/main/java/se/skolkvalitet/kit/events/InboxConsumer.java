package se.skolkvalitet.kit.events;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Moves records from Kafka to the {@link Inbox}. A whole batch goes in together; when that fails, one record at
 * a time, so that a bad one does not hold up the others. Offsets are committed after the transaction. Does not give
 * back a batch before each of its records is taken in or among the dead letters.
 */
@ApplicationScoped
public class InboxConsumer {
    private static final Logger LOG = Logger.getLogger(InboxConsumer.class);
    private static final int TRIES = 5;
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    @Inject
    Inbox inbox;

    @Inject
    DeadLetters deadLetters;

    @Incoming("inbox")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> batch) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(batch.count());
        batch.forEach(records::add);
        try {
            inbox.receive(records);
        } catch (RuntimeException e) {
            LOG.debugf("a batch of %d events failed, taking them one by one: %s", records.size(), e);
            records.forEach(this::consumeOne);
        }
    }

    private void consumeOne(ConsumerRecord<String, byte[]> kafkaRecord) {
        long pause = FIRST_PAUSE_MILLIS;
        for (int attempt = 1; ; attempt++) {
            try {
                inbox.receive(List.of(kafkaRecord));
                return;
            } catch (RuntimeException e) {
                if (Outage.isHopeless(e) || attempt >= TRIES && !Outage.is(e)) {
                    bury(kafkaRecord, e);
                    return;
                }
                LOG.warnf(
                        "event %s/%d/%d failed, attempt %d: %s",
                        kafkaRecord.topic(), kafkaRecord.partition(), kafkaRecord.offset(), attempt, e);
                sleep(pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private void bury(ConsumerRecord<String, byte[]> kafkaRecord, RuntimeException reason) {
        for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS)) {
            try {
                deadLetters.add(kafkaRecord, reason);
                return;
            } catch (RuntimeException e) {
                LOG.warnf("a dead letter could not be kept, trying again: %s", e);
                sleep(pause);
            }
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while an event was being taken in; it will be delivered again", e);
        }
    }
}
