package se.skolkvalitet.kit.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Moves records from Kafka to the {@link Inbox}. Each topic has a channel of its own, with a consumer and a thread of
 * its own, so that a topic whose events have to wait stops no other. A handler opens the channel of its topic:
 *
 * <pre>{@code
 * @Incoming("regional.offices")
 * @Blocking
 * void receive(ConsumerRecords<byte[], byte[]> batch) {
 *     consumer.consume(batch);
 * }
 * }</pre>
 *
 * <p>A whole batch goes in together; when that fails, half of it at a time down to the single record, so that a bad one
 * does not hold up the others. A batch is not given back, and its offsets not committed, before each of its records is
 * taken in or among the dead letters, however long that takes.
 */
@ApplicationScoped
public class InboxConsumer {
    private static final Logger LOG = Logger.getLogger(InboxConsumer.class);
    private static final int TRIES = 5;

    @Inject
    Inbox inbox;

    @Inject
    DeadLetters deadLetters;

    @Inject
    Backoff backoff;

    @Inject
    IntakeProgress progress;

    public void consume(ConsumerRecords<byte[], byte[]> batch) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(batch.count());
        batch.forEach(records::add);
        progress.begin(records);
        take(records);
        progress.end(records);
    }

    private void take(List<ConsumerRecord<byte[], byte[]>> records) {
        if (records.size() == 1) {
            takeOne(records.get(0));
            return;
        }
        try {
            inbox.receive(records);
        } catch (RuntimeException | Error e) {
            LOG.debugf("a batch of %d events failed, taking half of it: %s", records.size(), e);
            int half = records.size() / 2;
            take(records.subList(0, half));
            take(records.subList(half, records.size()));
        }
    }

    private void takeOne(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        for (int attempt = 1; ; attempt++) {
            try {
                inbox.receive(List.of(kafkaRecord));
                return;
            } catch (RuntimeException | Error e) {
                if (Outage.isHopeless(e) || attempt >= TRIES && !Outage.is(e)) {
                    bury(kafkaRecord, e);
                    return;
                }
                LOG.warnf(
                        "event %s/%d/%d failed, attempt %d: %s",
                        kafkaRecord.topic(),
                        kafkaRecord.partition(),
                        kafkaRecord.offset(),
                        attempt,
                        Reason.inTheProgram(e));
            }
            backoff.pause(attempt);
        }
    }

    private void bury(ConsumerRecord<byte[], byte[]> kafkaRecord, Throwable reason) {
        for (int attempt = 1; ; attempt++) {
            try {
                deadLetters.add(kafkaRecord, reason);
                return;
            } catch (RuntimeException e) {
                LOG.warnf("a dead letter could not be kept, trying again: %s", e);
            }
            backoff.pause(attempt);
        }
    }
}
