package se.skolkvalitet.kit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.db.LockSession;
import se.skolkvalitet.kit.db.LockSessions;
import se.skolkvalitet.kit.testapp.OfficeHandler;
import se.skolkvalitet.kit.testapp.OfficeHandler.Office;

/** The relay and a topic that is missing, by a clock that the test sets. It works in the place of the service's own. */
@QuarkusTest
class RelayPatienceTest {
    private static final String TYPE = "se.skolkvalitet.regional.office.v1";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration A_REST = Duration.ofSeconds(3);
    private static final String TOO_LARGE = "x".repeat(400_000);

    @Inject
    Outbox outbox;

    @Inject
    OfficeHandler offices;

    @Inject
    LockSessions sessions;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafkaSettings;

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final String topic = "missing." + UUID.randomUUID();
    private final SetClock clock = new SetClock();
    private final OutboxRelay relay = new OutboxRelay();

    @BeforeEach
    void takeThePlaceOfTheServicesRelay() {
        LockSession leading = leading();
        relay.sessions = new LockSessions() {
            @Override
            public LockSession open(String purpose) {
                return leading;
            }
        };
        relay.clock = clock;
        relay.kafkaSettings = kafkaSettings;
        relay.service = "kit-test";
        relay.schemaBase = "urn:test:";
        relay.topicPatience = PATIENCE;
        relay.start();
    }

    @AfterEach
    void giveItBack() throws InterruptedException {
        relay.stop();
    }

    @Test
    void anEventIsNotSetAsideBeforePatienceWithItsTopicEnds() {
        add(topic, "waits");
        untilTheRelayHasBeenThere();
        clock.passes(PATIENCE.minusSeconds(1));
        untilTheRelayHasBeenThere();
        long before = count("set_aside_at");

        clock.passes(A_REST);

        await().atMost(SOON).until(() -> count("set_aside_at") == 1);
        assertThat(before).isZero();
    }

    @Test
    void patienceBeginsAnewWithATopicThatWasWrittenInBetween() throws Exception {
        add(topic, "waits");
        untilTheRelayHasBeenThere();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
            clock.passes(A_REST);
            await().atMost(SOON).until(() -> count("position") == 1);
            remove(admin);
        }
        // What was refused makes the relay ask anew which topics are there.
        add("regional.offices", TOO_LARGE);
        untilTheRelayHasBeenThere();
        clock.passes(PATIENCE.multipliedBy(2));

        add(topic, "waits again");
        untilTheRelayHasBeenThere();

        assertThat(count("set_aside_at")).isZero();
    }

    private void remove(Admin admin) throws ExecutionException, InterruptedException {
        admin.deleteTopics(List.of(topic)).all().get();
        await().atMost(SOON).until(() -> !admin.listTopics().names().get().contains(topic));
    }

    /** An event that waits behind all others has been sent. */
    private void untilTheRelayHasBeenThere() {
        String code = add("regional.offices", "last");
        await().atMost(SOON).until(() -> offices.heard.contains(code + " 1 last"));
    }

    private String add(String to, String name) {
        String code = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew().run(() -> outbox.add(new Event(to, TYPE, code, 1, new Office(code, name))));
        return code;
    }

    /** How many events of the topic have it. */
    private long count(String column) {
        return jdbi.withHandle(
                handle -> handle.select("select count(%s) from outbox where topic = ?".formatted(column), topic)
                        .mapTo(Long.class)
                        .one());
    }

    private LockSession leading() {
        LockSession session = sessions.open("relay patience test");
        await().atMost(SOON).until(() -> {
            if (!session.tryLock("outbox relay")) {
                jdbi.useHandle(handle -> handle.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                        + " where application_name = 'kit-test outbox relay'"));
            }
            return session.holds("outbox relay");
        });
        return session;
    }

    private static final class SetClock extends Clock {
        private volatile Instant now = Instant.parse("2026-01-01T10:00:00Z");

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
