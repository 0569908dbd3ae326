package se.skolkvalitet.kit.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.events.DatabaseOfTextLetters.Letter;
import se.skolkvalitet.kit.testapp.OfficeHandler;

/** Dead letters from before their keys and headers were kept as bytes. */
@QuarkusTest
@WithTestResource(value = DatabaseOfTextLetters.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class DeadLetterMigrationTest {
    @Inject
    DeadLetterStore store;

    @Inject
    OfficeHandler offices;

    @Test
    void allAreThereWithTheirKeys() {
        List<String> keys = given().get("/v1/dead-letters").jsonPath().getList("items.key");

        assertThat(keys).containsExactly("skövde", "long", null);
    }

    @Test
    void headersKeepTheirOrderAndEachByte() {
        ConsumerRecord<byte[], byte[]> kept =
                store.find(DatabaseOfTextLetters.LONG.id()).orElseThrow();

        assertThat(headers(kept))
                .containsExactly(
                        "ce_specversion=1.0",
                        "ce_id=b",
                        "ce_source=/test",
                        "ce_subject=" + "long".repeat(100),
                        "ce_type=se.skolkvalitet.regional.office.v1",
                        "ce_aggregateversion=1",
                        "content-type=application/json");
    }

    @Test
    void aRecordWithNothingInItStaysOne() {
        ConsumerRecord<byte[], byte[]> kept =
                store.find(DatabaseOfTextLetters.EMPTY.id()).orElseThrow();

        assertThat(kept).returns(null, ConsumerRecord::key).returns(null, ConsumerRecord::value);
        assertThat(kept.headers()).isEmpty();
    }

    @Test
    void oneThatWasMendedIsTakenInByReplay() {
        Letter letter = DatabaseOfTextLetters.ORDINARY;

        given().post("/v1/dead-letters/{id}/replay", letter.id()).then().statusCode(204);

        assertThat(offices.heard).contains("skövde 1 Skövde");
    }

    private static List<String> headers(ConsumerRecord<byte[], byte[]> kept) {
        return Stream.of(kept.headers().toArray())
                .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
