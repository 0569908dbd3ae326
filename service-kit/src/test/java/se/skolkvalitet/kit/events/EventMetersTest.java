package se.skolkvalitet.kit.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.db.LockSession;
import se.skolkvalitet.kit.db.LockSessions;
import se.skolkvalitet.kit.test.Events;
import se.skolkvalitet.kit.testapp.OfficeHandler;
import se.skolkvalitet.kit.testapp.OfficeHandler.Office;

/** That the figures are those of what waits, and fall back when nothing does. They are measured every five seconds. */
@QuarkusTest
class EventMetersTest {
    private static final String TOPIC = "regional.offices";
    private static final String TYPE = "se.skolkvalitet.regional.office.v1";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final double AN_HOUR = 3600;
    private static final double AN_HOUR_AND_MINUTES = 3800;
    private static final String OF_THE_TOPIC = "{topic=\"" + TOPIC + "\"}";

    @Inject
    Outbox outbox;

    @Inject
    OfficeHandler offices;

    @Inject
    LockSessions sessions;

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void theOutboxTellsHowManyEventsWaitAndForHowLong() {
        String oldest = UUID.randomUUID().toString();
        String newest = UUID.randomUUID().toString();
        await().atMost(SOON).until(() -> metric("outbox_waiting") == 0);
        try (LockSession another = inPlaceOfTheRelay()) {
            add(oldest);
            add(newest);
            jdbi.useHandle(handle -> handle.execute(
                    "update outbox set occurred_at = now() - interval '1 hour' where subject = ?", oldest));

            await().atMost(SOON).until(() -> metric("outbox_waiting") == 2 && metric("outbox_age_seconds") > 0);

            assertThat(metric("outbox_age_seconds")).isBetween(AN_HOUR, AN_HOUR_AND_MINUTES);
        }
        await().atMost(SOON).until(() -> metric("outbox_waiting") == 0 && metric("outbox_age_seconds") == 0);
    }

    @Test
    void theInboxTellsHowManyRecordsItIsBehindAndHowOldTheOneIsThatItWorksOn() {
        String before = UUID.randomUUID().toString();
        String held = UUID.randomUUID().toString();
        CountDownLatch goOn = new CountDownLatch(1);
        offices.held.put(held, goOn);
        // Sent by the relay, and so followed by the mark at the end of a transaction, which is no record.
        add(before);
        await().atMost(SOON).until(() -> offices.heard.contains(before + " 1 office"));
        await().atMost(SOON).until(() -> metric("inbox_lag" + OF_THE_TOPIC) == 0);
        sendAnHourAgo(held);
        await().atMost(SOON).until(() -> metric("inbox_age_seconds" + OF_THE_TOPIC) > 0);

        send(UUID.randomUUID().toString());
        send(UUID.randomUUID().toString());

        try {
            await().atMost(SOON).until(() -> metric("inbox_lag" + OF_THE_TOPIC) == 3);
            assertThat(metric("inbox_age_seconds" + OF_THE_TOPIC)).isBetween(AN_HOUR, AN_HOUR_AND_MINUTES);
        } finally {
            goOn.countDown();
        }
        await().atMost(SOON)
                .until(() ->
                        metric("inbox_lag" + OF_THE_TOPIC) == 0 && metric("inbox_age_seconds" + OF_THE_TOPIC) == 0);
    }

    /** Offsets, not events: what tells a mark from an event is only known when it is read. */
    @Test
    void anEventThatWaitsIsCountedWithTheMarkOfItsTransactionAndNothingIsWhenNoneWaits() {
        String held = UUID.randomUUID().toString();
        CountDownLatch goOn = new CountDownLatch(1);
        offices.held.put(held, goOn);

        add(held);

        try {
            await().atMost(SOON).until(() -> metric("inbox_lag" + OF_THE_TOPIC) == 2);
        } finally {
            goOn.countDown();
        }
        await().atMost(SOON).until(() -> metric("inbox_lag" + OF_THE_TOPIC) == 0);
    }

    /** Has the relay's lock, so that nothing is sent. */
    private LockSession inPlaceOfTheRelay() {
        LockSession another = sessions.open("another");
        await().atMost(SOON).until(() -> {
            if (!another.tryLock("outbox relay")) {
                jdbi.useHandle(handle -> handle.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                        + " where application_name = 'kit-test outbox relay'"));
            }
            return another.holds("outbox relay");
        });
        return another;
    }

    private void add(String code) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.add(new Event(TOPIC, TYPE, code, 1, new Office(code, "office"))));
    }

    private static void send(String code) {
        Events.send(TOPIC, TYPE, code, 1, data(code));
    }

    private void sendAnHourAgo(String code) {
        long then = Instant.now().minus(Duration.ofHours(1)).toEpochMilli();
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            var sent = new ProducerRecord<>(TOPIC, 0, then, code, data(code).getBytes(StandardCharsets.UTF_8));
            Events.headers(TYPE, code, 1)
                    .forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(sent);
        }
    }

    private static String data(String code) {
        return "{\"code\":\"%s\",\"name\":\"office\"}".formatted(code);
    }

    private static double metric(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name) && !line.startsWith("#"))
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
