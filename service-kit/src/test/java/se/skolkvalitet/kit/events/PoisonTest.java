package se.skolkvalitet.kit.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.kit.test.Events;
import se.skolkvalitet.kit.testapp.OfficeHandler;

/** Records that are no events, or that hold what the database does not take: none may end its topic's intake. */
@QuarkusTest
class PoisonTest {
    private static final String TOPIC = "regional.offices";
    private static final String TYPE = "se.skolkvalitet.regional.office.v1";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String NUL = "\u0000";
    private static final byte[] NO_UTF_8 = {(byte) 0xc3, (byte) 0x28, (byte) 0xff};
    /** Begins like UTF-32, and goes on with a number that no character has. */
    private static final byte[] NO_UTF_32 = {0, 0, 0, '{', 0x7f, 0x7f, 0x7f, 0x7f};

    private static final int HUGE = 200_000;

    @Inject
    OfficeHandler offices;

    @Inject
    InboxConsumer consumer;

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ParameterizedTest
    @CsvSource({
        "ce_time, yesterday",
        "ce_source, not a uri",
        "ce_dataschema, a b",
        "ce_specversion, 9",
        "ce_aggregateversion, first",
        "ce_epoch, yesterday"
    })
    void aHeaderThatBreaksARuleMakesADeadLetterThatNamesIt(String header, String value) {
        String code = UUID.randomUUID().toString();
        Map<String, String> headers = Events.headers(TYPE, code, 1);
        headers.put(header, value);

        Events.sendRaw(TOPIC, code, headers, data(code));

        assertThatTheNextEventArrives();
        assertThat(reason(code)).contains(header.substring("ce_".length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "{}", "{\"specversion\":\"1.0\",\"id\":\"a\",\"source\":\"/b\",\"type\":\"c\"}"})
    void anEventInStructuredModeBecomesADeadLetter(String body) {
        String key = UUID.randomUUID().toString();

        Events.sendRaw(TOPIC, key, Map.of("content-type", "application/cloudevents+json"), body);

        assertThatTheNextEventArrives();
        assertThat(reason(key)).startsWith("not a CloudEvent");
    }

    @Test
    void aRecordWithoutHeadersBecomesADeadLetter() {
        String key = UUID.randomUUID().toString();

        Events.sendRaw(TOPIC, key, Map.of(), data(key));

        assertThatTheNextEventArrives();
        assertThat(reason(key)).startsWith("not a CloudEvent");
    }

    @Test
    void anEventWithoutAValueBecomesADeadLetter() {
        String code = UUID.randomUUID().toString();

        send(bytes(code), headers(code), null);

        assertThatTheNextEventArrives();
        assertThat(reason(code)).contains("no data");
    }

    @Test
    void dataInNoEncodingBecomesADeadLetter() {
        String code = UUID.randomUUID().toString();

        send(bytes(code), headers(code), NO_UTF_32);

        assertThatTheNextEventArrives();
        assertThat(reason(code)).contains("no text");
    }

    /** The broker takes none on a compacted topic, and a topic need not be compacted. */
    @Test
    void anEventWithoutAKeyIsTakenIn() {
        String code = UUID.randomUUID().toString();
        ConsumerRecord<byte[], byte[]> keyless = new ConsumerRecord<>(TOPIC, 0, 0, null, bytes(data(code)));
        headers(code).forEach((name, value) -> keyless.headers().add(name, value));

        consumer.consume(new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), List.of(keyless)), Map.of()));

        assertThat(offices.heard).contains(code + " 1 Solna");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ce_specversion", "ce_id", "ce_subject", "ce_time", "content-type", "traceparent", "x-other"})
    void aHeaderThatIsNoTextBlocksNothing(String header) {
        String code = UUID.randomUUID().toString();
        Map<String, byte[]> headers = headers(code);
        headers.put(header, NO_UTF_8);

        send(bytes(code), headers, bytes(data(code)));

        assertThatTheNextEventArrives();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ce_specversion", "ce_id", "ce_subject", "ce_time", "content-type", "traceparent", "x-other"})
    void aHeaderWithoutAValueBlocksNothing(String header) {
        String code = UUID.randomUUID().toString();
        Map<String, byte[]> headers = headers(code);
        headers.put(header, null);

        send(bytes(code), headers, bytes(data(code)));

        assertThatTheNextEventArrives();
    }

    @Test
    void aHugeHeaderThatNobodyReadsDoesNoHarm() {
        String code = UUID.randomUUID().toString();
        Map<String, byte[]> headers = headers(code);
        headers.put("x-other", huge());

        send(bytes(code), headers, bytes(data(code)));

        await().atMost(SOON).until(() -> offices.heard.contains(code + " 1 Solna"));
    }

    @Test
    void aSubjectThatIsTooLongForTheInboxMakesADeadLetter() {
        String code = UUID.randomUUID().toString();
        Map<String, byte[]> headers = headers(code);
        headers.put("ce_subject", huge());

        send(bytes(code), headers, bytes(data(code)));

        assertThatTheNextEventArrives();
        assertThat(reason(code)).contains("too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_subject", "ce_aggregateversion", "ce_type", "content-type", "x-other"})
    void aHeaderWithNulBlocksNothing(String header) {
        String code = UUID.randomUUID().toString();
        Map<String, String> headers = Events.headers(TYPE, code, 1);
        headers.put(header, NUL + headers.getOrDefault(header, "") + NUL);

        Events.sendRaw(TOPIC, NUL + code, headers, data(code));

        assertThatTheNextEventArrives();
    }

    @Test
    void aRecordWithNulBecomesADeadLetterThatKeepsEachByte() {
        String key = UUID.randomUUID() + NUL + "\u0001\n";
        Map<String, String> headers = Events.headers(TYPE, key, 1);
        headers.put("ce_aggregateversion", "one" + NUL);

        Events.sendRaw(TOPIC, key, headers, data("x"));

        assertThatTheNextEventArrives();
        String shown = key.replace(NUL, "\\u0000").replace("\u0001", "\\u0001").replace("\n", "\\u000a");
        assertThat(given().get("/v1/dead-letters?limit=1000").jsonPath().getList("items.key"))
                .contains(shown);
        List<byte[]> kept = jdbi.withHandle(handle -> handle.createQuery("select key from dead_letter where key = :key")
                .bind("key", key.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .mapTo(byte[].class)
                .list());
        assertThat(kept).hasSize(1);
    }

    @Test
    void aHandlersReasonWithNulBlocksNothing() {
        String code = UUID.randomUUID().toString();
        offices.refused = code;
        offices.reason = "a" + NUL + "b";

        Events.send(TOPIC, TYPE, code, 1, data(code));

        assertThatTheNextEventArrives();
        assertThat(reason(code)).contains("a\\u0000b");
    }

    @Test
    void aTextWithNulInTheDataBlocksNothing() {
        String code = UUID.randomUUID().toString();

        Events.send(TOPIC, TYPE, code, 1, "{\"code\":\"%s\",\"name\":\"a\\u0000b\"}".formatted(code));

        assertThatTheNextEventArrives();
        assertThat(reason(code)).contains("U+0000");
    }

    private static String reason(String key) {
        return given().get("/v1/dead-letters?limit=1000")
                .jsonPath()
                .getString("items.find { it.key == '" + key + "' }.reason");
    }

    private void send(byte[] key, Map<String, byte[]> headers, byte[] data) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer())) {
            var kafkaRecord = new ProducerRecord<>(TOPIC, 0, key, data);
            headers.forEach((name, value) -> kafkaRecord.headers().add(name, value));
            producer.send(kafkaRecord).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, byte[]> headers(String code) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        Events.headers(TYPE, code, 1).forEach((name, value) -> headers.put(name, bytes(value)));
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Letters without order, so that no compression makes it small. */
    private static byte[] huge() {
        byte[] letters = new byte[HUGE];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (byte) ThreadLocalRandom.current().nextInt('a', 'z' + 1);
        }
        return letters;
    }

    private void assertThatTheNextEventArrives() {
        String next = UUID.randomUUID().toString();
        Events.send(TOPIC, TYPE, next, 1, data(next));
        await().atMost(SOON).until(() -> offices.heard.contains(next + " 1 Solna"));
    }

    private static String data(String code) {
        return "{\"code\":\"%s\",\"name\":\"Solna\"}".formatted(code);
    }
}
