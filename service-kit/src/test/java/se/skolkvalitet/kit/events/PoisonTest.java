package se.skolkvalitet.kit.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.kit.test.Events;
import se.skolkvalitet.kit.testapp.OfficeHandler;

/** Records with U+0000, which PostgreSQL's text does not take. */
@QuarkusTest
class PoisonTest {
    private static final String TOPIC = "regional.offices";
    private static final String TYPE = "se.skolkvalitet.regional.office.v1";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String NUL = "\u0000";

    @Inject
    OfficeHandler offices;

    @Inject
    Jdbi jdbi;

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

    private void assertThatTheNextEventArrives() {
        String next = UUID.randomUUID().toString();
        Events.send(TOPIC, TYPE, next, 1, data(next));
        await().atMost(SOON).until(() -> offices.heard.contains(next + " 1 Solna"));
    }

    private static String data(String code) {
        return "{\"code\":\"%s\",\"name\":\"Solna\"}".formatted(code);
    }
}
