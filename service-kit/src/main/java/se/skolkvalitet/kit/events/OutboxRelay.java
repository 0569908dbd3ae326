package se.skolkvalitet.kit.events;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import se.skolkvalitet.kit.db.LockSession;
import se.skolkvalitet.kit.db.LockSessions;

/**
 * Sends the outbox to Kafka: each event at least once, the events of one aggregate in their order.
 *
 * <p>One relay at a time works for a database, the one whose session holds the lock; the others wait for it, and take
 * over when its session ends, however it ended. It is woken by NOTIFY and looks again each second in case a notification
 * was lost. An event is marked as sent only when the broker has acknowledged it, and gets its position in the service's
 * feed then; a crash in between sends it twice, which consumers ignore by its version.
 *
 * <p>An event that Kafka will never take is set aside with the reason, one whose topic is missing after
 * {@code kit.outbox.topic-patience}; the others go on. Later events of the same aggregate go on too: each carries the
 * whole state or announces the newest document, and a compacted topic need not keep those before it. What must not
 * happen is that the older one follows, and {@link OutboxStore#sendAgain} sees to that. While the broker is away nothing
 * is set aside.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 1000;
    private static final String LEADER_LOCK = "outbox relay";
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration REST = Duration.ofSeconds(2);

    @Inject
    LockSessions sessions;

    @Inject
    Clock clock;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafkaSettings;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    @ConfigProperty(name = "kit.event.schema-base")
    String schemaBase;

    @ConfigProperty(name = "kit.outbox.topic-patience")
    Duration topicPatience;

    private final Map<String, Instant> restingUntil = new HashMap<>();
    private final Map<String, Instant> missingSince = new HashMap<>();
    private int limit = BATCH;
    private volatile boolean stopping;
    private Thread thread;

    void start(@Observes StartupEvent event) {
        start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    void start() {
        thread = new Thread(this::lead, "outbox-relay");
        thread.setDaemon(true);
        thread.start();
    }

    void stop() throws InterruptedException {
        stopping = true;
        thread.join(5000);
    }

    private void lead() {
        while (!stopping) {
            try (LockSession session = sessions.open("outbox relay")) {
                awaitLeadership(session);
                relay(session);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception | Error e) {
                // Whatever it is, events go on waiting in the outbox, and a relay that has ended would tell nobody.
                if (!stopping) {
                    LOG.warnf("outbox relay interrupted, starting again: %s", e.toString());
                    pause();
                }
            }
        }
    }

    private void awaitLeadership(LockSession session) throws InterruptedException {
        while (!stopping && !session.tryLock(LEADER_LOCK)) {
            Thread.sleep(WAIT.toMillis());
        }
        session.listen("outbox");
    }

    private void relay(LockSession session) throws InterruptedException {
        RelayStore store = new RelayStore(session);
        // Opened after the lock was taken and before the first look at the outbox: from here on no predecessor can
        // send anything, and what it has sent and not marked is sent again.
        try (OutboxProducer producer =
                new OutboxProducer(kafkaSettings, new OutboxProducer.Source(service, schemaBase))) {
            while (!stopping) {
                if (!turn(store, producer)) {
                    session.awaitNotification(WAIT);
                }
            }
        }
    }

    /** @return whether there may be more to do at once */
    private boolean turn(RelayStore store, OutboxProducer producer) throws InterruptedException {
        int most = limit;
        List<OutboxRow> rows = store.next(resting(), most);
        if (rows.isEmpty()) {
            return false;
        }
        if (!restMissing(store, producer, rows)) {
            return true;
        }
        try {
            producer.send(rows);
            store.markSent(rows);
            limit = BATCH;
            return rows.size() == most;
        } catch (OutboxProducer.Refused refused) {
            LOG.errorf(
                    "event %s cannot be sent and is set aside: %s",
                    refused.row().id(), refused.getMessage());
            store.setAside(refused.row(), refused.getMessage());
            // Those before it are known to go; so none is tried more than twice.
            limit = Math.max(1, refused.index());
            return true;
        } catch (OutboxProducer.TopicTrouble trouble) {
            LOG.warnf("events of %s cannot be sent now: %s", trouble.topic(), trouble.getMessage());
            restingUntil.put(trouble.topic(), clock.instant().plus(REST));
            return true;
        }
    }

    private boolean restMissing(RelayStore store, OutboxProducer producer, List<OutboxRow> rows)
            throws InterruptedException {
        Set<String> topics = rows.stream().map(OutboxRow::topic).collect(Collectors.toSet());
        Map<String, String> missing = producer.withoutTopic(topics);
        Instant now = clock.instant();
        topics.stream().filter(topic -> !missing.containsKey(topic)).forEach(missingSince::remove);
        missing.forEach((topic, reason) -> {
            restingUntil.put(topic, now.plus(REST));
            Instant since = missingSince.computeIfAbsent(topic, first -> now);
            if (!since.plus(topicPatience).isAfter(now)) {
                int events = store.setTopicAside(topic, reason);
                LOG.errorf("%d events are set aside: %s", events, reason);
            }
        });
        return missing.isEmpty();
    }

    private Set<String> resting() {
        Instant now = clock.instant();
        restingUntil.values().removeIf(until -> !until.isAfter(now));
        return restingUntil.keySet();
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
