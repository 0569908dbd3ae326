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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
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
        create(topic);

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

    private void create(String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)));
        }
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
