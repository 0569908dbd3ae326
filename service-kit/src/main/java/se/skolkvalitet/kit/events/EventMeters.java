package se.skolkvalitet.kit.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * What an operator watches: how much waits in the outbox and for how long, and how far each topic's consumer is behind.
 * Measured every few seconds and not when asked for, so that a slow database or broker does not hold up the answer; a
 * figure that could not be measured is not a number.
 */
@ApplicationScoped
class EventMeters {
    private static final Logger LOG = Logger.getLogger(EventMeters.class);
    private static final long EVERY_SECONDS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Inject
    MeterRegistry meters;

    @Inject
    OutboxStore outbox;

    @Inject
    KafkaClientService kafka;

    @Inject
    IntakeProgress progress;

    @Inject
    Clock clock;

    private final Map<String, Double> lags = new ConcurrentHashMap<>();
    private final List<Meter> registered = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "event-meters");
        thread.setDaemon(true);
        return thread;
    });
    private volatile OutboxStore.State state;

    void start(@Observes StartupEvent event) {
        outboxGauge("outbox.waiting", "Events that wait to be sent", OutboxStore.State::waiting);
        outboxGauge(
                "outbox.set.aside", "Events that could not be sent and were set aside", OutboxStore.State::setAside);
        register(Gauge.builder("outbox.age", () -> measured(OutboxStore.State::oldestWaitingSeconds))
                .baseUnit("seconds")
                .description("How long the oldest event has waited to be sent"));
        for (String topic : kafka.getConsumerChannels()) {
            register(Gauge.builder("inbox.lag", () -> lags.getOrDefault(topic, Double.NaN))
                    .tag("topic", topic)
                    .description(
                            "Offsets of the topic, of events and of marks of transactions, that are not taken in yet"));
            register(Gauge.builder("inbox.age", () -> age(topic))
                    .tag("topic", topic)
                    .baseUnit("seconds")
                    .description("How long ago the event that is being taken in was sent"));
        }
        timer.scheduleWithFixedDelay(this::measure, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
        registered.forEach(meters::remove);
    }

    private void outboxGauge(String name, String description, ToLongFunction<OutboxStore.State> figure) {
        register(Gauge.builder(name, () -> measured(figure)).description(description));
    }

    /** The registry may outlive the service, and would keep the gauge of one that measures nothing any more. */
    private void register(Gauge.Builder<?> gauge) {
        registered.add(gauge.register(meters));
    }

    private double measured(ToLongFunction<OutboxStore.State> figure) {
        OutboxStore.State latest = state;
        return latest == null ? Double.NaN : figure.applyAsLong(latest);
    }

    private double age(String topic) {
        Instant oldest = progress.oldestUnderWay(topic);
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds());
    }

    private void measure() {
        try {
            state = outbox.state();
        } catch (RuntimeException e) {
            state = null;
            LOG.debugf("the outbox could not be measured: %s", e);
        }
        for (String topic : kafka.getConsumerChannels()) {
            try {
                lags.put(topic, lag(topic));
            } catch (RuntimeException e) {
                lags.remove(topic);
                LOG.debugf("the lag of %s could not be measured: %s", topic, e);
            }
        }
    }

    private double lag(String topic) {
        return kafka.getConsumer(topic)
                .runOnPollingThread(this::offsetsBehind)
                .await()
                .atMost(PATIENCE);
    }

    private double offsetsBehind(Consumer<Object, Object> consumer) {
        long behind = 0;
        for (TopicPartition partition : consumer.assignment()) {
            behind += consumer.currentLag(partition).orElse(0)
                    + progress.readAhead(partition, consumer.position(partition, PATIENCE));
        }
        return behind;
    }
}
