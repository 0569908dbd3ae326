package se.skolkvalitet.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.imported;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.line;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.publish;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.statistics;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;
import se.skolkvalitet.kit.test.Contracts;

/** From a file of statistics to published values, on three units of two organisers with figures worked out by hand. */
@QuarkusTest
class IndicatorFlowTest {
    @Inject
    Jdbi jdbi;

    @BeforeEach
    void register() throws IOException {
        ThreeUnits.register(jdbi);
    }

    @Test
    void aUnitsFigureComesOutAsItWentInAndAnAreasIsTheWeightedMean() {
        publish(statistics());

        // 10000001: 203,2 with weight 460; 10000002 withheld with weight 90; 10000003: 240,0 with weight 140.
        assertValue("school-unit", "10000001", "203.2", "normal");
        assertValue("school-unit", "10000002", null, "withheld");
        assertValue("organiser", "2120000142", "203.2", "estimated");
        assertValue("municipality", "0182", "240.0", "estimated");
        // (203.2 * 460 + 240.0 * 140) / 600 = 211.7866…, and 600 of 690 pupils are covered: 0.8695…, cut off.
        assertValue("county", "01", "211.8", "estimated");
        JsonPath nation = value("nation", "00");
        assertThat(new BigDecimal(nation.getString("items[0].value"))).isEqualByComparingTo("211.8");
        assertThat(new BigDecimal(nation.getString("items[0].coverage"))).isEqualByComparingTo("0.869");
        assertThat(nation.getInt("items[0].units")).isEqualTo(3);
        assertThat(nation.getInt("items[0].unitsWithValue")).isEqualTo(2);
    }

    @Test
    void provenanceLeadsToTheImportedLine() {
        publish(statistics());

        given().get("/v1/values/{id}/provenance", year() + ".1:GR-MERIT-9:organiser:2120000142:2024-25:T:grundskola")
                .then()
                .statusCode(200)
                .body("formula", equalTo("mean(gr.merit-rating-9 weight gr.pupils latest)"))
                .body("items", hasSize(4))
                .body("items.find { it.unit == '10000001' && it.measure == 'gr.merit-rating-9' }.line", equalTo(1))
                .body("items.find { it.unit == '10000001' && it.measure == 'gr.merit-rating-9' }.raw", equalTo("203,2"))
                .body("items.find { it.unit == '10000002' && it.measure == 'gr.pupils' }.line", equalTo(2));
    }

    @Test
    void aCompletedImportHasDoneAllItsLines() {
        JsonPath job = imported(statistics(), "atomic");

        assertThat(job.getLong("done")).isEqualTo(statistics().lines().count());
        assertThat(job.getLong("total")).isEqualTo(statistics().lines().count());
    }

    @Test
    void aSecondImportOfTheSameFileChangesNothingAndSaysSo() {
        imported(statistics(), "atomic");
        JsonPath second = imported(statistics(), "atomic");

        assertThat(second.getMap("report.observations"))
                .isEqualTo(Map.of("inserted", 0, "changed", 0, "unchanged", 7, "withdrawn", 0));
        assertThat(second.getString("report.number")).isNull();
    }

    @Test
    void theSameInputsGiveTheSameCalculationAndTheSameRelease() {
        JsonPath first = publish(statistics());
        JsonPath second = publish(statistics());

        assertThat(second.getBoolean("report.alreadyPublished")).isTrue();
        assertThat(second.getString("report.release.id")).isEqualTo(first.getString("report.release.id"));
    }

    @Test
    void aCorrectionGivesANewReleaseAndLeavesTheOldOneAsItWas() {
        publish(statistics());
        publish(statistics().replace("203,2", "213,2"));

        String before = year() + ".1:GR-MERIT-9:school-unit:10000001:2024-25:T";
        String after = year() + ".2:GR-MERIT-9:school-unit:10000001:2024-25:T";
        given().get("/v1/values/{id}/provenance", before)
                .then()
                .body("value.value", equalTo(203.2f))
                .body("items[0].raw", equalTo("203,2"))
                .body("items", hasSize(1));
        given().get("/v1/values/{id}/provenance", after)
                .then()
                .body("value.value", equalTo(213.2f))
                .body("items[0].importNumber", equalTo(2))
                .body("items", hasSize(1));
    }

    @Test
    void anAtomicImportWithABrokenLineImportsNothingAndNamesLineAndReason() {
        String file = statistics() + "{broken\n" + line("99999999", "200,0", "EXISTS", "100")
                + line("10000003", "240,0", "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS", "140");

        JsonPath job = imported(file, "atomic");

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getList("report.faults.field"))
                .contains("line 4", "line 5: schoolUnit", "line 6: averageGradesMeritRating9thGrade[0]");
        assertThat(observations()).isZero();
    }

    @Test
    void aLenientImportLeavesBrokenLinesOutAsAWhole() {
        String file = statistics() + "{broken\n" + line("99999999", "200,0", "EXISTS", "100");

        JsonPath job = imported(file, "lenient");

        assertThat(job.getString("state")).isEqualTo("completed");
        assertThat(job.getInt("report.skippedLines")).isEqualTo(2);
        assertThat(observations()).isEqualTo(7);
    }

    @Test
    void aLenientImportTakesTheSoundRepeatOfABrokenLine() {
        String sound = line("10000003", "240,0", "EXISTS", "140");
        String file = sound.replace("240,0", "twenty") + sound;

        JsonPath job = imported(file, "lenient");

        assertThat(job.getInt("report.skippedLines")).isEqualTo(1);
        assertThat(job.getInt("report.observations.inserted")).isPositive();
        given().get("/v1/imports/{id}/faults", job.getString("id"))
                .then()
                .body("items.line", equalTo(List.of(1)))
                .body("items.field", equalTo(List.of("averageGradesMeritRating9thGrade[0]")));
    }

    @Test
    void aFileWithoutLinesIsNoImport() {
        JsonPath job = imported(" \n\r\n\n", "lenient");

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getString("problem")).isEqualTo("The file has no lines.");
    }

    @Test
    void aStatisticThatTheEditionDoesNotKnowIsAFault() {
        JsonPath job = imported(statistics().replace("averageGradesMeritRating9thGrade", "averageSomething"), "atomic");

        assertThat(job.getList("report.faults.rule")).containsOnly("unknown-measure");
    }

    @Test
    void anAnalysisIsMadeForEachOrganiserAndAnnounced() {
        publish(statistics());

        given().get("/v1/analyses/2120000142")
                .then()
                .statusCode(200)
                .body("organiser.name", equalTo("Stad"))
                .body("schoolUnits.code", equalTo(List.of("10000001", "10000002")))
                .body("goals.code", hasItem("GR-M"))
                .body("goals[0].subGoals.indicators.flatten().code", hasItem("GR-MERIT-9"));
        List<String> events = jdbi.withHandle(handle -> handle.createQuery("select data from outbox where type = :type")
                .bind("type", "se.skolkvalitet.indicator.analysis.published.v1")
                .mapTo(String.class)
                .list());
        assertThat(events)
                .hasSize(2)
                .allSatisfy(data -> Contracts.assertValid("se.skolkvalitet.indicator.analysis.published.v1", data));
    }

    @Test
    void aReleaseIsAnnounced() {
        publish(statistics());

        String type = "se.skolkvalitet.indicator.release.published.v1";
        List<String> events = jdbi.withHandle(handle -> handle.createQuery("select data from outbox where type = :type")
                .bind("type", type)
                .mapTo(String.class)
                .list());
        assertThat(events).singleElement().satisfies(data -> Contracts.assertValid(type, data));
    }

    @Test
    void anUnknownParameterIsRefusedByName() {
        given().queryParam("indikator", "GR-MERIT-9")
                .get("/v1/values")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:skolkvalitet:problem:unknown-parameter"))
                .body("errors[0].field", equalTo("indikator"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "values?indicator=GR-MERTI-9 | indicator | There is no indicator GR-MERTI-9; the nearest: GR-MERIT-9 (",
                "values?indicator=GR-MERIT-9,GR-X | indicator | There is no indicator GR-X; the nearest: ",
                "values?area=2120000143 | area | There is no area 2120000143; the nearest: 2120000142 (Stad)",
                "values?area=01&area=0183 | area | There is no area 0183; the nearest: 0180 (Stockholm)",
                "values?level=natoin | level | There is no level natoin; the nearest: nation,",
                "values?period=2024/52 | period | There is no period 2024/52; the nearest: 2024/25",
                "values?schoolForm=grundskol | schoolForm | There is no school form grundskol; the nearest: grundskola",
                "values?sex=K | sex | There is no sex K; the nearest: ",
                "values?release=1999.1 | release | There is no release 1999.1; the nearest: 20",
                "analyses?release=1999.1 | release | There is no release 1999.1; the nearest: 20",
                "analyses/2120000142?release=1999.1 | release | There is no release 1999.1; the nearest: 20",
                "indicators?edition=7 | edition | There is no edition 7; the nearest: 1.",
                "measures?edition=7 | edition | There is no edition 7; the nearest: 1."
            })
    void anUnknownCodeInAFilterIsNamedWithTheNearestOnes(String query, String field, String message) {
        publish(statistics());

        given().get("/v1/" + query)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].rule", equalTo("unknown"))
                .body("errors[0].message", startsWith(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "values?release=1999 | release | '1999' is not the number of a release such as 2026.1 or 2026.1.1, current or latest; the nearest: 20",
                "analyses?release=1999-1 | release | '1999-1' is not the number of a release such as 2026.1 or 2026.1.1, current or latest; the nearest: 20",
                "indicators?edition=01 | edition | '01' is not the number of an edition, current or latest; the nearest: 1",
                "measures?edition=one | edition | 'one' is not the number of an edition, current or latest; the nearest: 1"
            })
    void whatIsNoCodeAtAllIsNamedWithTheNearestOnesToo(String query, String field, String message) {
        publish(statistics());

        given().get("/v1/" + query)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].rule", equalTo("pattern"))
                .body("errors[0].message", startsWith(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calculations | edition | 7 | There is no edition 7; the nearest: 1.",
                "calculations | edition | 2147483647 | There is no edition 2147483647",
                "releases | calculation | -1 | There is no calculation -1",
                "releases | calculation | 9223372036854775807 | There is no calculation 9223372036854775807"
            })
    void aJobIsNotTakenForWhatDoesNotExist(String path, String field, long reference, String message) {
        given().contentType(ContentType.JSON)
                .body(Map.of(field, reference))
                .post("/v1/" + path)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].rule", equalTo("unknown"))
                .body("errors[0].message", startsWith(message));
    }

    @Test
    void allUnknownCodesOfAFilterAreToldAtOnce() {
        publish(statistics());

        given().get("/v1/values?area=x&indicator=y&period=z&level=l")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("indicator", "area", "level", "period")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"area=", "area=,", "area=01,,0180", "period=2024/25, ", "level=", "sex=", "release="})
    void anEmptyValueInAFilterIsRefused(String query) {
        publish(statistics());

        given().get("/v1/values?" + query).then().statusCode(400).body("errors[0].rule", equalTo("empty"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "indicator=FTH-ENROLLED",
                "area=00&level=county",
                "area=10000001&area=10000002&level=nation",
                "period=2024/25&indicator=FTH-ENROLLED",
                "schoolForm=gymnasieskola"
            })
    void knownCodesWithoutValuesAreAnEmptyPage(String query) {
        publish(statistics());

        given().get("/v1/values?" + query).then().statusCode(200).body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "releases/latest",
                "releases/current",
                "analyses?release=current",
                "analyses/2120000142?release=latest",
                "values?release=current",
                "values/latest:GR-MERIT-9:nation:00:2024-25:T/provenance",
                "values/latest:GR-MERIT-9:nation:00:2024-25:T:grundskola/provenance",
                "indicators?edition=current",
                "measures?edition=latest",
                "imports/latest",
                "calculations/latest",
                "release-publications/latest"
            })
    void latestAndCurrentStandWhereANumberMay(String path) {
        publish(statistics());

        given().get("/v1/" + path).then().statusCode(200);
    }

    @Test
    void theLatestReleaseTellsItsOwnAddress() {
        publish(statistics());

        given().get("/v1/releases/latest")
                .then()
                .statusCode(200)
                .header("Content-Location", endsWith("/v1/releases/" + year() + ".1"));
    }

    @Test
    void aReleaseIsAskedForAgainBecauseItMayBeCorrected() {
        publish(statistics());

        given().get("/v1/releases/" + year() + ".1")
                .then()
                .statusCode(200)
                .header("Cache-Control", nullValue())
                .header("ETag", notNullValue());
    }

    @Test
    void releasesPageNewestFirst() {
        publish(statistics());
        publish(statistics().replace("203,2", "213,2"));

        JsonPath first = given().get("/v1/releases?limit=1").jsonPath();
        JsonPath second = given().get("/v1/releases?limit=1&cursor=" + first.getString("next"))
                .jsonPath();

        assertThat(first.getString("items[0].id")).isEqualTo(year() + ".2");
        assertThat(second.getString("items[0].id")).isEqualTo(year() + ".1");
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void everyPageTogetherHasEachValueOnce() {
        publish(statistics());

        long read = 0;
        String cursor = null;
        do {
            var request = given().queryParam("limit", 3);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/values")
                    .jsonPath();
            read += page.getList("items").size();
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(read).isEqualTo(count("select count(*) from value"));
    }

    private void assertValue(String level, String area, String value, String status) {
        JsonPath page = value(level, area);
        assertThat(page.getString("items[0].value")).isEqualTo(value);
        assertThat(page.getString("items[0].status")).isEqualTo(status);
    }

    private static JsonPath value(String level, String area) {
        return given().queryParam("indicator", "GR-MERIT-9")
                .queryParam("level", level)
                .queryParam("area", area)
                .get("/v1/values")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private long observations() {
        return count("select count(*) from observation");
    }

    private long count(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    private static int year() {
        return java.time.LocalDate.now(java.time.ZoneOffset.UTC).getYear();
    }
}
