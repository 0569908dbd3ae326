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
 * <p>An event that Kafka will never take is set aside with the reason, one whose topic is missing or may not be written
 * after {@code kit.outbox.topic-patience}; the others go on. Later events of the same aggregate go on too: each carries the
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

    private TopicPatience patience;
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
        patience = new TopicPatience(topicPatience);
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
        List<OutboxRow> rows = store.next(patience.resting(clock.instant()), most);
        if (rows.isEmpty()) {
            return false;
        }
        if (!restMissing(store, producer, rows)) {
            return true;
        }
        try {
            producer.send(rows);
            store.markSent(rows);
            patience.written(topics(rows));
            limit = Math.min(BATCH, 2 * limit);
            return rows.size() == most;
        } catch (OutboxProducer.Refused refused) {
            narrowDown(store, rows, refused);
            return true;
        } catch (OutboxProducer.TopicTrouble trouble) {
            LOG.warnf("events of %s cannot be sent now: %s", trouble.topic(), trouble.getMessage());
            if (trouble.isForbidden()) {
                restOrSetAside(store, trouble.topic(), trouble.getMessage());
            } else {
                patience.rest(trouble.topic(), clock.instant());
            }
            return true;
        }
    }

    /** Nothing is set aside for what may be another's fault: fewer are tried, down to the one that is refused alone. */
    private void narrowDown(RelayStore store, List<OutboxRow> rows, OutboxProducer.Refused refused) {
        if (rows.size() > 1) {
            limit = rows.size() / 2;
            return;
        }
        OutboxRow row = rows.get(0);
        LOG.errorf("event %s cannot be sent and is set aside: %s", row.id(), refused.getMessage());
        store.setAside(row, refused.getMessage());
    }

    /** @return whether all topics are there */
    private boolean restMissing(RelayStore store, OutboxProducer producer, List<OutboxRow> rows)
            throws InterruptedException {
        Map<String, String> missing = producer.withoutTopic(topics(rows));
        missing.forEach((topic, reason) -> restOrSetAside(store, topic, reason));
        return missing.isEmpty();
    }

    private void restOrSetAside(RelayStore store, String topic, String reason) {
        Instant now = clock.instant();
        patience.rest(topic, now);
        if (patience.endsWith(topic, now)) {
            int events = store.setTopicAside(topic, reason);
            LOG.errorf("%d events are set aside: %s", events, reason);
        }
    }

    private static Set<String> topics(List<OutboxRow> rows) {
        return rows.stream().map(OutboxRow::topic).collect(Collectors.toSet());
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
