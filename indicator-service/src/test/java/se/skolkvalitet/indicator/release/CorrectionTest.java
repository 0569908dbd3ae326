package se.skolkvalitet.indicator.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;
import se.skolkvalitet.kit.test.Contracts;

/** A release, and others that correct it. */
@QuarkusTest
class CorrectionTest {
    private static final int YEAR = LocalDate.now(ZoneOffset.UTC).getYear();
    private static final String FIRST = YEAR + ".1";
    private static final String CORRECTION = YEAR + ".1.1";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void oneRelease() throws IOException {
        ThreeUnits.register(jdbi);
        ThreeUnits.publish(ThreeUnits.statistics());
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatItCorrects() {
        JsonPath job = corrected(FIRST, calculation("204,0"));

        assertThat(job.getString("report.release.id")).isEqualTo(CORRECTION);
        release("latest")
                .body("id", equalTo(CORRECTION))
                .body("state", equalTo("published"))
                .body("corrects", equalTo(FIRST));
        release(FIRST).body("state", equalTo("corrected")).body("correctedBy", equalTo(CORRECTION));
        assertThat(merit("latest")).isEqualTo("204.0");
    }

    @Test
    void organisersHearOfTheirNewDocuments() {
        long before = analysesAnnounced();

        corrected(FIRST, calculation("204,0"));

        assertThat(analysesAnnounced()).isEqualTo(2 * before).isPositive();
    }

    @Test
    void whatIsCorrectedStaysAsItWas() {
        List<Map<String, Object>> before = values(FIRST);

        corrected(FIRST, calculation("204,0"));

        assertThat(values(FIRST)).isEqualTo(before);
        assertThat(merit(FIRST)).isEqualTo("203.2");
    }

    @Test
    void aCorrectionIsCorrectedInItsTurn() {
        corrected(FIRST, calculation("204,0"));

        corrected("latest", calculation("205,0"));

        release("latest").body("id", equalTo(YEAR + ".1.2")).body("corrects", equalTo(CORRECTION));
        release(CORRECTION).body("correctedBy", equalTo(YEAR + ".1.2"));
    }

    @Test
    void aCorrectionOfAnOlderReleaseIsNotTheLatest() {
        ThreeUnits.released(calculation("204,0"));
        long events = analysesAnnounced();

        corrected(FIRST, calculation("205,0"));

        release("latest").body("id", equalTo(YEAR + ".2")).body("corrects", nullValue());
        release(FIRST).body("correctedBy", equalTo(CORRECTION));
        assertThat(analysesAnnounced()).isEqualTo(events);
    }

    @Test
    void aCorrectionIsAnnouncedAsOne() {
        corrected(FIRST, calculation("204,0"));

        List<String> events = jdbi.withHandle(handle -> handle.createQuery("select data from outbox where type = :type")
                .bind("type", Release.Corrected.TYPE)
                .mapTo(String.class)
                .list());
        assertThat(events).singleElement().satisfies(data -> Contracts.assertValid(Release.Corrected.TYPE, data));
        assertThat(JsonPath.from(events.get(0)).getString("release")).isEqualTo(CORRECTION);
        assertThat(JsonPath.from(events.get(0)).getString("corrects")).isEqualTo(FIRST);
    }

    @Test
    void whatIsCorrectedAlreadyIsNotCorrectedAgain() {
        corrected(FIRST, calculation("204,0"));

        asked(FIRST, calculation("205,0")).statusCode(409).body("detail", containsString(CORRECTION));
    }

    @Test
    void aCorrectionOfNothingSuggestsTheNearest() {
        asked(YEAR + ".7", calculation("204,0"))
                .statusCode(400)
                .body("errors[0].field", equalTo("corrects"))
                .body("errors[0].message", containsString(FIRST));
    }

    @Test
    void aCorrectionKeepsTheEdition() {
        jdbi.useHandle(handle -> handle.execute(
                "insert into edition select 2, valid_from, document::jsonb || '{\"number\": 2}' from edition"));
        ThreeUnits.imported(file("204,0"), "atomic");
        long ofAnotherEdition = ThreeUnits.calculated(2).getLong("report.number");

        asked(FIRST, ofAnotherEdition).statusCode(409).body("detail", containsString("edition 2"));
    }

    private static JsonPath corrected(String release, long calculation) {
        return ThreeUnits.released(Map.of("calculation", calculation, "corrects", release));
    }

    private static ValidatableResponse asked(String corrects, long calculation) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("calculation", calculation, "corrects", corrects))
                .post("/v1/releases")
                .then();
    }

    /** Of other figures than any before. */
    private static long calculation(String merit) {
        ThreeUnits.imported(file(merit), "atomic");
        return ThreeUnits.calculated().getLong("report.number");
    }

    private static String file(String merit) {
        return ThreeUnits.statistics().replace("203,2", merit);
    }

    private static ValidatableResponse release(String id) {
        return given().get("/v1/releases/" + id).then().statusCode(200);
    }

    private static String merit(String release) {
        return given().get("/v1/values?indicator=GR-MERIT-9&area=10000001&release=" + release)
                .jsonPath()
                .getString("items[0].value");
    }

    private static List<Map<String, Object>> values(String release) {
        return given().get("/v1/values?limit=1000&release=" + release)
                .jsonPath()
                .getList("items");
    }

    private long analysesAnnounced() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from outbox where type like '%analysis%'")
                .mapTo(Long.class)
                .one());
    }
}
