package se.skolkvalitet.kit.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.testapp.OfficeHandler;
import se.skolkvalitet.kit.testapp.RecordingReporter;

/** What goes with an event besides its data. */
@QuarkusTest
class EnvelopeTest {
    private static final String TOPIC = "regional.offices";
    private static final String TYPE = "se.skolkvalitet.regional.office.v1";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String TRACEPARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

    @Inject
    OfficeHandler offices;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void theTraceOfARequestGoesOnInTheHandlerOfItsEvent() {
        String code = UUID.randomUUID().toString();

        announce(code);

        await().atMost(SOON).until(() -> offices.traces.containsKey(code));
        assertThat(offices.traces.get(code)).isEqualTo(TRACE);
    }

    @Test
    void anEventOfAJobBelongsToTheTraceOfTheRequestThatAskedForTheJob() {
        String code = UUID.randomUUID().toString();

        String answered = given().header("traceparent", TRACEPARENT)
                .post("/v1/announcements/" + code + "/job")
                .header("traceparent");

        String sent = header(onTheTopic(code), "traceparent");
        assertThat(sent).startsWith("00-" + TRACE);
        assertThat(List.of(TRACEPARENT, answered, sent)).doesNotHaveDuplicates();
    }

    @Test
    void anAnswerTellsItsTrace() {
        given().header("traceparent", TRACEPARENT)
                .post("/v1/announcements/" + UUID.randomUUID())
                .then()
                .header("traceparent", startsWith("00-" + TRACE));
    }

    @Test
    void anAnswerThatNoResourceGaveTellsItsTraceToo() {
        given().header("traceparent", TRACEPARENT)
                .get("/nowhere")
                .then()
                .statusCode(404)
                .header("traceparent", startsWith("00-" + TRACE));
    }

    @Test
    void anEventNamesItsSchemaByAnAbsoluteUriAndCarriesItsTrace() {
        String code = UUID.randomUUID().toString();
        announce(code);
        await().atMost(SOON).until(() -> offices.traces.containsKey(code));

        ConsumerRecord<String, byte[]> sent = onTheTopic(code);

        assertThat(header(sent, "ce_dataschema")).isEqualTo("urn:skolkvalitet:event:" + TYPE);
        assertThat(URI.create(header(sent, "ce_dataschema"))).matches(URI::isAbsolute);
        assertThat(header(sent, "ce_traceparent")).startsWith("00-" + TRACE);
        assertThat(header(sent, "traceparent")).isEqualTo(header(sent, "ce_traceparent"));
    }

    @Test
    void aKafkaSettingOfTheServiceReachesTheRelaysProducer() {
        assertThat(RecordingReporter.SETTINGS)
                .anySatisfy(settings -> assertThat(settings.get("client.id")).isEqualTo("kit-test-outbox"));

        assertThat(RecordingReporter.SETTINGS)
                .filteredOn(settings -> "kit-test-outbox".equals(settings.get("client.id")))
                .allSatisfy(settings ->
                        assertThat(settings.get("max.request.size").toString()).isEqualTo("300000"));
    }

    private static void announce(String code) {
        given().header("traceparent", TRACEPARENT)
                .post("/v1/announcements/" + code)
                .then()
                .statusCode(204);
    }

    private ConsumerRecord<String, byte[]> onTheTopic(String key) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            consumer.seekToBeginning(consumer.assignment());
            return await().atMost(SOON)
                    .until(
                            () -> {
                                for (ConsumerRecord<String, byte[]> found : consumer.poll(Duration.ofMillis(500))) {
                                    if (key.equals(found.key())) {
                                        return found;
                                    }
                                }
                                return null;
                            },
                            found -> found != null);
        }
    }

    private static String header(ConsumerRecord<?, ?> sent, String name) {
        return new String(sent.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
