package se.skolkvalitet.kit.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.Contracts;
import se.skolkvalitet.kit.testapp.OfficeHandler;
import se.skolkvalitet.kit.testapp.OfficeHandler.Office;

/** From the outbox of one service over Kafka to the inbox of another; here both are the same. */
@QuarkusTest
class EventsTest {
    private static final int MORE_THAN_A_MISTAKE_IS_TRIED = 6;
    private static final String TOPIC = "regional.offices";
    private static final String TYPE = "se.skolkvalitet.regional.office.v1";
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Outbox outbox;

    @Inject
    OfficeHandler handler;

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void anEventArrivesWithItsSubjectVersionAndData() {
        String code = code();
        send(code, 1, "Solna");

        await().atMost(SOON).until(() -> heard(code).equals(List.of(code + " 1 Solna")));
    }

    @Test
    void theEventsOfAnAggregateArriveInTheirOrder() {
        String code = code();
        IntStream.rangeClosed(1, 50).forEach(version -> send(code, version, "v"));

        List<String> expected = IntStream.rangeClosed(1, 50)
                .mapToObj(version -> code + " " + version + " v")
                .toList();
        await().atMost(SOON).until(() -> heard(code).equals(expected));
    }

    @Test
    void anEventOfATransactionThatRollsBackIsNeverSent() {
        String code = code();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.add(new Event(TOPIC, TYPE, code, 1, new Office(code, "never")));
                    throw new IllegalStateException("no");
                }))
                .hasMessageContaining("no");
        String marker = code();
        send(marker, 1, "after");

        await().atMost(SOON).until(() -> !heard(marker).isEmpty());
        assertThat(heard(code)).isEmpty();
    }

    @Test
    void repeatedAndOlderEventsAreIgnored() {
        String code = code();
        Map<String, String> second = headers(code, "2");
        produce(code, second, data(code, "second"));
        produce(code, second, data(code, "second"));
        produce(code, headers(code, "1"), data(code, "first"));
        produce(code, headers(code, "3"), data(code, "third"));

        await().atMost(SOON).until(() -> heard(code).contains(code + " 3 third"));
        assertThat(heard(code)).containsExactly(code + " 2 second", code + " 3 third");
    }

    @Test
    void whatCannotBeReadBecomesADeadLetterAndTheRestGoesOn() {
        String broken = code();
        String unversioned = code();
        String good = code();
        produce(broken, headers(broken, "1"), "{\"code\": 7, ");
        produce(unversioned, headers(unversioned, "first"), data(unversioned, "x"));
        produce(good, Map.of(), "not an event at all");
        produce(good, headers(good, "1"), data(good, "fine"));

        await().atMost(SOON).until(() -> !heard(good).isEmpty());
        await().atMost(SOON).untilAsserted(() -> given().get("/v1/dead-letters?limit=1000")
                .then()
                .body("items.key", hasItem(broken))
                .body("items.key", hasItem(unversioned)));
        assertThat(deadLettersTold(broken))
                .singleElement()
                .satisfies(data -> Contracts.assertValid(DeadLetters.TYPE, data));
    }

    @Test
    void aDeadLetterIsTakenInAgainWhenTheReasonIsMended() {
        String code = code();
        handler.refused = code;
        produce(code, headers(code, "1"), data(code, "late"));
        await().atMost(SOON).until(() -> letterOf(code) != null);

        given().post("/v1/dead-letters/{id}/replay", letterOf(code)).then().statusCode(409);
        handler.refused = "";
        given().post("/v1/dead-letters/{id}/replay", letterOf(code)).then().statusCode(204);

        assertThat(heard(code)).containsExactly(code + " 1 late");
    }

    @Test
    void anOutageIsWaitedOutAndLosesNothing() {
        String code = code();
        handler.outages.put(code, new AtomicInteger(MORE_THAN_A_MISTAKE_IS_TRIED));
        send(code, 1, "patient");

        await().atMost(Duration.ofSeconds(60)).until(() -> !heard(code).isEmpty());
        assertThat(letterOf(code)).isNull();
    }

    @Test
    void theRelayNumbersEveryEventInTheOrderOfTheChanges() {
        List<String> codes = IntStream.rangeClosed(1, 20).mapToObj(i -> code()).toList();
        codes.forEach(code -> send(code, 1, "first"));
        codes.forEach(code -> send(code, 2, "second"));

        await().atMost(SOON).until(() -> numbered(codes).size() == 2 * codes.size());

        assertThat(numbered(codes).subList(0, codes.size())).isEqualTo(codes);
        assertThat(numbered(codes).subList(codes.size(), 2 * codes.size())).isEqualTo(codes);
    }

    @Test
    void theInboxTellsHowManyAggregatesItKnows() {
        String code = code();
        send(code, 1, "known");
        await().atMost(SOON).until(() -> !heard(code).isEmpty());

        JsonPath inbox = given().get("/v1/inbox").jsonPath();

        assertThat(inbox.getList("items.topic")).contains(TOPIC);
        assertThat(inbox.getInt("items.find { it.topic == 'regional.offices' }.aggregates"))
                .isPositive();
    }

    @Test
    void whatAnEventLinksToIsFetchedOutsideAnyTransactionAndWithoutAConnection() {
        String code = code();

        send(code, 1, "fetched");

        await().atMost(SOON).until(() -> !heard(code).isEmpty());
        assertThat(handler.inTransaction).doesNotContain(code);
        assertThat(handler.connections).containsEntry(code, 0);
    }

    @Test
    void whatAProducerHasTakenBackIsNotTakenIn() {
        String takenBack = code();
        String next = code();
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "transactional.id", takenBack),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(kafkaRecord(takenBack, headers(takenBack, "1"), data(takenBack, "never")));
            producer.flush();
            producer.abortTransaction();
        }

        produce(next, headers(next, "1"), data(next, "behind"));

        await().atMost(SOON).until(() -> !heard(next).isEmpty());
        assertThat(heard(takenBack)).isEmpty();
    }

    private List<String> numbered(List<String> codes) {
        return jdbi.withHandle(handle -> handle.createQuery("select subject from outbox"
                        + " where subject = any (:codes) and position is not null order by position")
                .bindArray("codes", String.class, codes)
                .mapTo(String.class)
                .list());
    }

    private void send(String code, long version, String name) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.add(new Event(TOPIC, TYPE, code, version, new Office(code, name))));
    }

    private void produce(String key, Map<String, String> headers, String data) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(kafkaRecord(key, headers, data));
        }
    }

    private static ProducerRecord<String, byte[]> kafkaRecord(String key, Map<String, String> headers, String data) {
        var kafkaRecord = new ProducerRecord<>(TOPIC, key, data.getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, value) -> kafkaRecord.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return kafkaRecord;
    }

    private static Map<String, String> headers(String subject, String version) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_source",
                "/test",
                "ce_type",
                TYPE,
                "ce_subject",
                subject,
                "ce_aggregateversion",
                version,
                "content-type",
                "application/json");
    }

    private static String data(String code, String name) {
        return "{\"code\":\"%s\",\"name\":\"%s\",\"addedLater\":true}".formatted(code, name);
    }

    private List<String> heard(String code) {
        return handler.heard.stream().filter(line -> line.startsWith(code)).toList();
    }

    private UUID letterOf(String key) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from dead_letter where key = :key")
                .bind("key", key.getBytes(StandardCharsets.UTF_8))
                .mapTo(UUID.class)
                .findOne()
                .orElse(null));
    }

    private List<String> deadLettersTold(String key) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select data from outbox where type = :type and data ->> 'key' = :key")
                        .bind("type", DeadLetters.TYPE)
                        .bind("key", key)
                        .mapTo(String.class)
                        .list());
    }

    private static String code() {
        return UUID.randomUUID().toString();
    }
}
