package se.skolkvalitet.kit.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.test.Events;
import se.skolkvalitet.kit.testapp.OfficeHandler;
import se.skolkvalitet.kit.testapp.OfficeHandler.Office;

/** A producer whose database has gone back to an earlier point, as its consumers see it. */
@QuarkusTest
class EpochTest {
    private static final String TOPIC = "regional.offices";
    private static final String TYPE = "se.skolkvalitet.regional.office.v1";
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    OfficeHandler offices;

    @Inject
    Outbox outbox;

    @Inject
    Jdbi jdbi;

    @Test
    void anotherEventWithAKnownVersionBecomesADeadLetter() {
        String code = code();
        produce(code, 2, "2026-01-01T10:00:00Z", null);
        await().atMost(SOON).until(() -> heard(code, 2));

        produce(code, 2, "2026-01-01T10:00:00Z", null);

        await().atMost(SOON).untilAsserted(() -> assertThat(reason(code)).contains("version 2", "another event"));
    }

    @Test
    void anOlderVersionWithALaterTimeBecomesADeadLetter() {
        String code = code();
        produce(code, 5, "2026-01-01T10:00:00Z", null);
        await().atMost(SOON).until(() -> heard(code, 5));

        produce(code, 3, "2026-01-01T12:00:00Z", null);

        await().atMost(SOON).untilAsserted(() -> assertThat(reason(code)).contains("version 3", "later"));
    }

    @Test
    void anOlderVersionWithAnEarlierTimeIsARepeat() {
        String code = code();
        produce(code, 5, "2026-01-01T10:00:00Z", null);
        produce(code, 3, "2026-01-01T09:00:00Z", null);
        produce(code, 6, "2026-01-01T11:00:00Z", null);

        await().atMost(SOON).until(() -> heard(code, 6));

        assertThat(heard(code, 3)).isFalse();
        assertThat(reason(code)).isNull();
    }

    @Test
    void aLowerVersionOfALaterEpochIsTakenIn() {
        String code = code();
        produce(code, 5, "2026-01-01T10:00:00Z", "2026-01-01T00:00:00Z");
        produce(code, 3, "2026-01-02T10:00:00Z", "2026-01-02T00:00:00Z");

        await().atMost(SOON).until(() -> heard(code, 3));

        assertThat(reason(code)).isNull();
    }

    @Test
    void aNewEpochAnnouncesTheNewestStateOfEachAggregateAgain() {
        String code = code();
        for (long version = 1; version <= 2; version++) {
            Event event = new Event(TOPIC, TYPE, code, version, new Office(code, "Solna"));
            QuarkusTransaction.requiringNew().run(() -> outbox.add(event));
        }
        await().atMost(SOON).until(() -> heard(code, 2));
        offices.heard.removeIf(line -> line.startsWith(code));

        given().post("/v1/outbox/epochs").then().statusCode(200);

        await().atMost(SOON).until(() -> heard(code, 2));
        assertThat(heard(code, 1)).isFalse();
    }

    /** Each has happened once, and is of no aggregate that could have gone back. */
    @Test
    void aNewEpochDoesNotTellOfDeadLettersAgain() {
        String code = code();
        Events.sendRaw(TOPIC, code, Events.headers(TYPE, code, 1), "{");
        await().atMost(SOON).until(() -> reason(code) != null);

        given().post("/v1/outbox/epochs").then().statusCode(200);

        List<Long> told = jdbi.withHandle(handle -> handle.select(
                        "select seq from outbox where type = ? and data ->> 'key' = ?", DeadLetters.TYPE, code)
                .mapTo(Long.class)
                .list());
        assertThat(told).hasSize(1);
    }

    @Test
    void aNewEpochIsLaterThanTheLastAlsoWhereTheClockWasSetBack() {
        List<OffsetDateTime> epochs = new ArrayList<>();
        jdbi.useTransaction(handle -> {
            epochs.add(handle.createQuery("insert into outbox_epoch values (now() + interval '1 year') returning epoch")
                    .mapTo(OffsetDateTime.class)
                    .one());
            epochs.add(handle.createQuery(Sql.load(OutboxStore.class, "begin-epoch"))
                    .mapTo(OffsetDateTime.class)
                    .one());
            handle.rollback();
        });

        assertThat(epochs.get(1)).isAfter(epochs.get(0));
    }

    private static void produce(String code, long version, String time, String epoch) {
        Map<String, String> headers = Events.headers(TYPE, code, version);
        headers.put("ce_time", time);
        if (epoch != null) {
            headers.put("ce_epoch", epoch);
        }
        Events.sendRaw(TOPIC, code, headers, "{\"code\":\"%s\",\"name\":\"Solna\"}".formatted(code));
    }

    private boolean heard(String code, long version) {
        return offices.heard.contains(code + " " + version + " Solna");
    }

    private static String reason(String code) {
        return given().get("/v1/dead-letters?limit=1000")
                .jsonPath()
                .getString("items.find { it.key == '" + code + "' }.reason");
    }

    private static String code() {
        return UUID.randomUUID().toString();
    }
}
