package se.skolkvalitet.kit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.db.LockSessions;
import se.skolkvalitet.kit.testapp.OfficeHandler.Office;

/** Two relays of one database side by side, while the one at work loses its session again and again. */
@QuarkusTest
class RelayFailoverTest {
    private static final String TOPIC = "regional.offices";
    private static final String TYPE = "se.skolkvalitet.regional.office.v1";
    private static final int AGGREGATES = 20;
    private static final int VERSIONS = 200;
    private static final int CUTS = 6;
    private static final Duration LONG = Duration.ofSeconds(90);

    @Inject
    Outbox outbox;

    @Inject
    LockSessions sessions;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafkaSettings;

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void orderAndCompletenessHoldWhileLeadershipIsCutUnderLoad() throws InterruptedException {
        List<String> codes = IntStream.range(0, AGGREGATES)
                .mapToObj(i -> "relay-" + i + "-" + UUID.randomUUID())
                .toList();
        OutboxRelay second = relay();
        second.start();
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> write(codes));

        int cuts = 0;
        for (int i = 1; i <= CUTS; i++) {
            long enough = (long) AGGREGATES * VERSIONS * i / (CUTS + 2);
            await().atMost(LONG).until(() -> sent() >= enough);
            cuts += cutLeader();
        }

        load.join();
        await().atMost(LONG).until(() -> sent() == AGGREGATES * VERSIONS);
        second.stop();
        assertThat(cuts).isPositive();
        List<Long> all = LongStream.rangeClosed(1, VERSIONS).boxed().toList();
        Map<String, List<Long>> log = versionsOnTheTopic();
        assertThat(codes).allSatisfy(code -> {
            assertThat(log.get(code).stream().distinct().toList()).isEqualTo(all);
            assertThat(log.get(code)).last().isEqualTo((long) VERSIONS);
        });
    }

    private OutboxRelay relay() {
        OutboxRelay relay = new OutboxRelay();
        relay.sessions = sessions;
        relay.clock = Clock.systemUTC();
        relay.kafkaSettings = kafkaSettings;
        relay.service = "kit-test";
        relay.schemaBase = "urn:test:";
        relay.topicPatience = Duration.ofMinutes(1);
        return relay;
    }

    private void write(List<String> codes) {
        for (int version = 1; version <= VERSIONS; version++) {
            long next = version;
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.addAll(codes.stream()
                            .map(code -> new Event(TOPIC, TYPE, code, next, new Office(code, "load")))
                            .toList()));
        }
    }

    /** Ends the session that holds the relay's lock, as an administrator or a network does. */
    private int cutLeader() {
        return jdbi.withHandle(handle -> handle.createQuery("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where application_name = 'kit-test outbox relay' and pid in"
                        + " (select pid from pg_locks where locktype = 'advisory' and granted)")
                .mapTo(Boolean.class)
                .list()
                .size());
    }

    private long sent() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(position) from outbox where subject like 'relay-%'")
                        .mapTo(Long.class)
                        .one());
    }

    private Map<String, List<Long>> versionsOnTheTopic() {
        Map<String, List<Long>> versions = new HashMap<>();
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(500)).forEach(found -> {
                    var version = found.headers().lastHeader("ce_aggregateversion");
                    if (found.key() != null && found.key().startsWith("relay-") && version != null) {
                        versions.computeIfAbsent(found.key(), key -> new ArrayList<>())
                                .add(Long.parseLong(new String(version.value())));
                    }
                });
            }
        }
        return versions;
    }
}
