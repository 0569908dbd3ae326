package se.skolkvalitet.kit.events;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.problem.ProblemType;
import se.skolkvalitet.kit.text.PlainText;
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
    DeadLetterStore store;

    @Inject
    Inbox inbox;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    @ConfigProperty(name = "kit.dead-letter-topic")
    String topic;

    /**
     * What the dead-letter topic tells of one. The payload itself stays in the database.
     *
     * @param key with control characters escaped and cut to a readable length
     */
    public record DeadLetter(
            UUID id,
            String topic,
            int partition,
            long recordOffset,
            @Nullable String key,
            String reason,
            OffsetDateTime failedAt,
            @Nullable OffsetDateTime replayedAt) {}

    @Transactional
    void add(ConsumerRecord<byte[], byte[]> kafkaRecord, Throwable reason) {
        UUID id = Ids.next();
        OffsetDateTime now = now();
        String why = PlainText.shown(Reason.of(reason));
        if (!store.add(id, kafkaRecord, why, now)) {
            return;
        }
        LOG.errorf(
                "event %s/%d/%d is now dead letter %s: %s (%s)",
                kafkaRecord.topic(),
                kafkaRecord.partition(),
                kafkaRecord.offset(),
                id,
                why,
                Reason.inTheProgram(reason));
        DeadLetter letter = new DeadLetter(
                id,
                kafkaRecord.topic(),
                kafkaRecord.partition(),
                kafkaRecord.offset(),
                PlainText.shown(kafkaRecord.key()),
                why,
                now,
                null);
        outbox.add(new Event(topic, TYPE, id.toString(), 1, letter));
    }

    public List<DeadLetter> list(UUID after, int limit) {
        return store.list(after, limit);
    }

    /**
     * Takes a dead letter in as if it had just been delivered.
     *
     * @throws ProblemException 404 where there is none with the id, 409 where it still cannot be taken in, 503 where that may
     *     only be so for now
     */
    public void replay(UUID id) {
        var kafkaRecord = store.find(id).orElseThrow(() -> ProblemException.notFound("dead letter " + id));
        try {
            inbox.receive(List.of(kafkaRecord));
        } catch (RuntimeException | Error e) {
            String why = Reason.inTheProgram(e);
            if (Outage.is(e)) {
                LOG.warnf("dead letter %s cannot be taken in now: %s", id, why);
                throw new ProblemException(
                        ProblemType.UNAVAILABLE, "What is needed to take it in does not answer now. Try again soon.");
            }
            LOG.warnf("dead letter %s still cannot be taken in: %s", id, why);
            throw ProblemException.conflict("It still cannot be taken in: " + PlainText.shown(Reason.of(e)));
        }
        store.markReplayed(id, now());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
