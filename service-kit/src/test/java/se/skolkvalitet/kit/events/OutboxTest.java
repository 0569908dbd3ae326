package se.skolkvalitet.kit.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.kit.testapp.ForbiddenTopics;
import se.skolkvalitet.kit.testapp.OfficeHandler;
import se.skolkvalitet.kit.testapp.OfficeHandler.Office;

/** Events that cannot be sent. The test's settings allow 300,000 bytes, and a missing topic two seconds. */
@QuarkusTest
class OutboxTest {
    private static final String TOPIC = "regional.offices";
    private static final String TYPE = "se.skolkvalitet.regional.office.v1";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String TOO_LARGE = "x".repeat(400_000);

    @Inject
    Outbox outbox;

    @Inject
    OfficeHandler offices;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void anEventThatIsTooLargeIsSetAsideWithItsReasonAndTheOthersGoOn() {
        String large = code();
        String other = code();
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.addAll(List.of(office(large, 1, TOO_LARGE), office(other, 1, "fine"))));

        await().atMost(SOON).until(() -> offices.heard.contains(other + " 1 fine"));

        assertThat(setAside(large)).containsEntry("topic", TOPIC);
        assertThat(setAside(large).get("reason").toString()).contains("300000");
        await().atMost(SOON).until(() -> given().get("/q/metrics")
                .asString()
                .lines()
                .anyMatch(line -> line.matches("outbox_set_aside(\\{.*})? [1-9].*")));
    }

    /** Where in a transaction of twenty the large ones are. Kafka's producer fails others together with them. */
    @ParameterizedTest
    @ValueSource(strings = {"9", "9", "9", "19", "4 9 10 18", "0 1 2 17 19"})
    void eventsThatAreTooLargeAreSetAsideAloneWhereverTheyStand(String places) {
        List<Integer> large = Stream.of(places.split(" ")).map(Integer::valueOf).toList();
        List<String> codes = IntStream.range(0, 20).mapToObj(i -> code()).toList();

        QuarkusTransaction.requiringNew()
                .run(() -> outbox.addAll(IntStream.range(0, codes.size())
                        .mapToObj(i -> office(codes.get(i), 1, large.contains(i) ? TOO_LARGE : "fine"))
                        .toList()));

        await().atMost(SOON).until(() -> waiting() == 0);
        assertThat(setAsideOf(codes)).isEqualTo(large.stream().map(codes::get).toList());
        assertThat(onTheTopic(TOPIC, codes))
                .isEqualTo(IntStream.range(0, codes.size())
                        .filter(i -> !large.contains(i))
                        .mapToObj(codes::get)
                        .toList());
    }

    @Test
    void anEventThatOnlyTheBrokerFindsTooLargeIsSetAsideAlone() {
        String topic = "narrow." + code();
        create(new NewTopic(topic, 1, (short) 1).configs(Map.of("max.message.bytes", "20000")));
        List<String> codes = IntStream.range(0, 10).mapToObj(i -> code()).toList();
        int large = 5;

        QuarkusTransaction.requiringNew()
                .run(() -> outbox.addAll(IntStream.range(0, codes.size())
                        .mapToObj(i -> new Event(
                                topic,
                                TYPE,
                                codes.get(i),
                                1,
                                new Office(codes.get(i), i == large ? incompressible() : "fine")))
                        .toList()));

        await().atMost(SOON).until(() -> waiting() == 0);
        assertThat(setAsideOf(codes)).containsExactly(codes.get(large));
        assertThat(onTheTopic(topic, codes))
                .isEqualTo(codes.stream()
                        .filter(code -> !code.equals(codes.get(large)))
                        .toList());
    }

    @Test
    void anEventForATopicThatMayNotBeWrittenIsSetAsideAfterAWhileAndTheOthersGoOn() {
        String topic = ForbiddenTopics.PREFIX + code();
        create(new NewTopic(topic, 1, (short) 1));
        String subject = code();
        String other = code();

        QuarkusTransaction.requiringNew()
                .run(() -> outbox.addAll(List.of(
                        office(other, 1, "before"),
                        new Event(topic, TYPE, subject, 1, new Office(subject, "x")),
                        office(other, 2, "behind"))));

        await().atMost(SOON).until(() -> offices.heard.contains(other + " 2 behind"));
        await().atMost(SOON).until(() -> setAside(subject) != null);
        assertThat(setAside(subject).get("reason")).isEqualTo("this service may not write to the topic " + topic);
        assertThat(setAsideOf(List.of(other))).isEmpty();
    }

    @Test
    void anEventForAMissingTopicIsSetAsideAfterAWhileAndIsSentByReplayWhenTheTopicIsThere() {
        String topic = "missing." + code();
        String subject = code();
        String other = code();
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.addAll(List.of(
                        new Event(topic, TYPE, subject, 1, new Office(subject, "x")), office(other, 1, "fine"))));
        await().atMost(SOON).until(() -> offices.heard.contains(other + " 1 fine"));
        await().atMost(SOON).until(() -> setAside(subject) != null);
        assertThat(setAside(subject).get("reason").toString()).contains(topic);
        create(new NewTopic(topic, 1, (short) 1));

        given().post("/v1/outbox/{id}/replay", setAside(subject).get("id"))
                .then()
                .statusCode(204);

        await().atMost(SOON).until(() -> setAside(subject) == null && waiting() == 0);
    }

    @Test
    void anEventIsNotReplayedBehindANewerOneOfItsAggregate() {
        String code = code();
        QuarkusTransaction.requiringNew().run(() -> outbox.add(office(code, 1, TOO_LARGE)));
        await().atMost(SOON).until(() -> setAside(code) != null);
        QuarkusTransaction.requiringNew().run(() -> outbox.add(office(code, 2, "smaller")));
        await().atMost(SOON).until(() -> offices.heard.contains(code + " 2 smaller"));

        given().post("/v1/outbox/{id}/replay", setAside(code).get("id")).then().statusCode(409);

        assertThat(setAside(code)).containsEntry("superseded", true);
    }

    @Test
    void anEventIsReplayedWhileANewerOneOfItsAggregateIsSetAsideToo() {
        String topic = "missing." + code();
        String subject = code();
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.addAll(List.of(
                        new Event(topic, TYPE, subject, 1, new Office(subject, "older")),
                        new Event(topic, TYPE, subject, 2, new Office(subject, "newer")))));
        await().atMost(SOON).until(() -> setAsideOf(List.of(subject)).size() == 2);
        create(new NewTopic(topic, 1, (short) 1));

        given().post("/v1/outbox/{id}/replay", setAside(subject).get("id"))
                .then()
                .statusCode(204);

        await().atMost(SOON).until(() -> waiting() == 0);
        assertThat(onTheTopic(topic, List.of(subject))).containsExactly(subject);
    }

    @Test
    void anUnknownEventCannotBeReplayed() {
        given().post("/v1/outbox/{id}/replay", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void theOutboxTellsHowMuchWaitsAndHowMuchWasSent() {
        String code = code();
        QuarkusTransaction.requiringNew().run(() -> outbox.add(office(code, 1, "sent")));
        await().atMost(SOON).until(() -> offices.heard.contains(code + " 1 sent"));

        await().atMost(SOON).until(() -> waiting() == 0);

        given().get("/v1/outbox?limit=1")
                .then()
                .statusCode(200)
                .body("oldestWaitingSeconds", equalTo(0))
                .body("sent", greaterThan(0));
    }

    @Test
    void lagAndAgeAreMeasured() {
        assertThat(given().get("/q/metrics").asString().lines().filter(line -> !line.startsWith("#")))
                .anyMatch(line -> line.startsWith("outbox_waiting"))
                .anyMatch(line -> line.startsWith("outbox_age_seconds"))
                .anyMatch(line -> line.startsWith("inbox_lag") && line.contains("topic=\"regional.offices\""))
                .anyMatch(line -> line.startsWith("inbox_age_seconds") && line.contains("topic=\"regional.offices\""));
    }

    private void create(NewTopic topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers))) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those of some keys that consumers get to see, in the order of the topic. */
    private List<String> onTheTopic(String topic, List<String> keys) {
        List<String> found = new ArrayList<>();
        TopicPartition partition = new TopicPartition(topic, 0);
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(500)).forEach(sent -> found.add(sent.key()));
            }
        }
        found.retainAll(keys);
        return found;
    }

    private static List<String> setAsideOf(List<String> subjects) {
        List<String> all = given().get("/v1/outbox?limit=1000").jsonPath().getList("items.subject", String.class);
        return all.stream().filter(subjects::contains).toList();
    }

    private static String incompressible() {
        return IntStream.range(0, 2000)
                .mapToObj(i -> UUID.randomUUID().toString())
                .collect(Collectors.joining());
    }

    private static int waiting() {
        return given().get("/v1/outbox").jsonPath().getInt("waiting");
    }

    private static Map<String, Object> setAside(String subject) {
        return given().get("/v1/outbox?limit=1000").jsonPath().getMap("items.find { it.subject == '" + subject + "' }");
    }

    private static Event office(String code, long version, String name) {
        return new Event(TOPIC, TYPE, code, version, new Office(code, name));
    }

    private static String code() {
        return UUID.randomUUID().toString();
    }
}
