package se.skolkvalitet.indicator.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.indicator.testsupport.MovedClock;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** What keeps a release from being published, and how it is explained. Shares of thirty units of one organiser, in two years. */
@QuarkusTest
class ChecksTest {
    private static final String FIRST = LocalDate.now(ZoneOffset.UTC).getYear() + ".1";
    private static final String SECOND = LocalDate.now(ZoneOffset.UTC).getYear() + ".2";
    private static final int UNITS = 30;
    private static final String HEADER = "measure,level,area,period,school_form,sex,value\n";

    @Inject
    Jdbi jdbi;

    @Inject
    PublishableCode publishable;

    @AfterEach
    void today() {
        MovedClock.setAhead(Duration.ZERO);
    }

    @BeforeEach
    void thirtyUnits() throws IOException {
        ThreeUnits.registerWithEditionOfCsv(jdbi);
        jdbi.useHandle(handle -> {
            handle.execute("truncate finding_reason, membership, school_unit, organiser, county cascade");
            handle.execute("insert into organiser values ('2120000142', 'Stad', 'municipal', '0180', '01')");
            handle.execute(
                    "insert into school_unit select 10000000 + n, 'Skola ' || n, '2120000142', '0180', 'Stockholm', '01',"
                            + " 'Stockholms län', '{grundskola}', 'active' from generate_series(1, 30) as n");
            handle.execute("insert into membership select code, organiser, daterange(null, null) from school_unit");
            handle.execute("insert into county values ('01', 'Stockholms län', '2026-11-01')");
        });
    }

    @Test
    void whatIsMuchAsBeforeIsPublished() {
        JsonPath job = published(passed("2023/24", UNITS, 80) + passed("2024/25", UNITS, 84));

        assertThat(job.getString("report.release.id")).isEqualTo(FIRST);
        given().get("/v1/releases/latest/findings").then().body("items", empty());
    }

    @Test
    void aShareOfTheCountyThatJumpsIsToBeExplained() {
        JsonPath job = published(passed("2023/24", UNITS, 80) + passed("2024/25", UNITS, 92));

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getString("problem")).contains("have no reason", "/v1/release-drafts/" + FIRST);
        assertThat(findings()).satisfiesOnlyOnce(finding -> assertThat(finding)
                .containsEntry("check", "jump")
                .containsEntry("indicator", "PASSED")
                .containsEntry("level", "county")
                .containsEntry("period", "2024/25")
                .containsEntry("sincePeriod", "2023/24")
                .containsEntry("areas", 1)
                .containsEntry("among", 1)
                .containsEntry("largest", List.of(Map.of("area", "01", "before", 80.0f, "after", 92.0f))));
        given().get("/v1/releases/latest").then().statusCode(404);
    }

    @Test
    void oneOfAMunicipalityMayJumpAsFarAsOneOfFewSchools() {
        published(passed("2023/24", UNITS, 80) + passed("2024/25", UNITS, 92));

        assertThat(findings()).extracting(finding -> finding.get("level")).doesNotContain("municipality");
    }

    @Test
    void valuesThatAreGoneAreToBeExplained() {
        published(passed("2023/24", UNITS, 80) + passed("2024/25", UNITS - 3, 80));

        assertThat(findings()).satisfiesOnlyOnce(finding -> assertThat(finding)
                .containsEntry("check", "fewer-values")
                .containsEntry("level", "school-unit")
                .containsEntry("areas", 3)
                .containsEntry("among", UNITS)
                .containsEntry("largest", List.of()));
    }

    @Test
    void twoOfThirtyMayBeGoneAndNotTheOnlyOne() {
        published(passed("2023/24", UNITS, 80) + passed("2024/25", UNITS - 2, 80));

        // All pupils of an organiser are not known where those of a unit are not.
        assertThat(findings())
                .filteredOn(finding -> "fewer-values".equals(finding.get("check")))
                .isNotEmpty()
                .extracting(finding -> finding.get("level"))
                .doesNotContain("school-unit")
                .contains("organiser");
    }

    @Test
    void whatTheReleaseBeforeHadAndThisOneHasNotIsToBeExplained() {
        published(passed("2023/24", UNITS, 80) + passed("2024/25", UNITS, 80));

        assertThat(ThreeUnits.uploaded(
                                "/v1/imports?source=csv&complete=true",
                                "text/csv",
                                HEADER + passed("2023/24", UNITS - 4, 80))
                        .getString("state"))
                .isEqualTo("completed");
        asked(ThreeUnits.calculated().getLong("report.number"));

        assertThat(findings(SECOND)).satisfiesOnlyOnce(finding -> assertThat(finding)
                .containsEntry("check", "lost-values")
                .containsEntry("level", "school-unit")
                .containsEntry("period", "2023/24")
                .containsEntry("sinceRelease", FIRST)
                .containsEntry("areas", 4)
                .doesNotContainKey("sincePeriod"));
    }

    @Test
    void whatIsMuchOtherThanInTheReleaseBeforeIsToBeExplained() {
        published(passed("2024/25", UNITS, 80));

        published(passed("2024/25", UNITS, 69));

        assertThat(findings(SECOND)).satisfiesOnlyOnce(finding -> assertThat(finding)
                .containsEntry("check", "jump")
                .containsEntry("level", "county")
                .containsEntry("sinceRelease", FIRST)
                .doesNotContainKey("sincePeriod"));
    }

    /** A column that was not filled in. */
    @ParameterizedTest
    @CsvSource({"200,0", "0,200", "10,-12"})
    void whatWasSomethingAndIsNothingOrTheOtherWayRoundIsToBeExplained(int before, int now) {
        published(merit("2023/24", before) + merit("2024/25", now));

        assertThat(findings()).satisfiesOnlyOnce(finding -> assertThat(finding)
                .containsEntry("check", "jump")
                .containsEntry("indicator", "MERIT")
                .containsEntry("level", "county")
                .containsEntry(
                        "largest", List.of(Map.of("area", "01", "before", (float) before, "after", (float) now))));
    }

    @Test
    void girlsWhoHaveNoValueAnyMoreAreToBeExplainedWhereAllHave() {
        String girls = passed("2023/24", UNITS, 80).replace(",T,", ",F,");
        published(passed("2023/24", UNITS, 80) + girls + passed("2024/25", UNITS, 80));

        assertThat(findings()).satisfiesOnlyOnce(finding -> assertThat(finding)
                .containsEntry("check", "fewer-values")
                .containsEntry("sex", "F")
                .containsEntry("level", "school-unit")
                .containsEntry("areas", UNITS));
    }

    @Test
    void whatIsFoundOfAllIsNotToBeExplainedOfGirlsAgain() {
        String before = passed("2023/24", UNITS, 80);
        String now = passed("2024/25", UNITS - 3, 80);
        published(before + before.replace(",T,", ",F,") + now + now.replace(",T,", ",F,"));

        assertThat(findings())
                .isNotEmpty()
                .extracting(finding -> finding.get("sex"))
                .containsOnly("T");
    }

    /** What was checked in December and is published in January. */
    @Test
    void aReleaseHasTheNumberOfTheYearInWhichItIsPublished() {
        long calculation = calculated(passed("2023/24", UNITS, 80) + passed("2024/25", UNITS, 92));
        asked(calculation);
        explained(ids(), "Nytt prov").statusCode(200);
        MovedClock.setAhead(Duration.ofDays(366));

        JsonPath job = asked(calculation);

        assertThat(job.getString("report.release.id"))
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).plusDays(366).getYear() + ".1");
        assertThat(given().get("/v1/releases/latest/findings").jsonPath().getList("items.reason"))
                .isNotEmpty()
                .containsOnly("Nytt prov");
        given().get("/v1/release-drafts").then().body("items", empty());
    }

    @Test
    void whatNobodyCouldCalculateAgainIsNotPublished() {
        long calculation = calculated(passed("2023/24", UNITS, 80) + passed("2024/25", UNITS, 80));
        jdbi.useHandle(handle -> handle.execute("update calculation set code_version = '0.2.0-SNAPSHOT'"));
        PublishableCode code = ClientProxy.unwrap(publishable);
        code.isAny = false;

        JsonPath job = asked(calculation);
        code.isAny = true;

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getString("problem")).contains("was made with '0.2.0-SNAPSHOT', which is no commit");
        assertThat(asked(calculation).getString("state")).isEqualTo("completed");
    }

    @Test
    void whatHasAReasonIsPublishedWithIt() {
        long calculation = calculated(passed("2023/24", UNITS, 80) + passed("2024/25", UNITS, 92));
        asked(calculation);

        explained(ids(), "Nytt prov")
                .statusCode(200)
                .body("state", equalTo("checked"))
                .body("withoutReason", equalTo(0));
        JsonPath job = asked(calculation);

        assertThat(job.getString("report.release.id")).isEqualTo(FIRST);
        assertThat(given().get("/v1/releases/latest/findings").jsonPath().getList("items.reason"))
                .isNotEmpty()
                .containsOnly("Nytt prov");
        given().get("/v1/release-drafts").then().body("items", empty());
    }

    @Test
    void aLaterReasonChangesNothingOfWhatIsPublished() {
        long calculation = calculated(passed("2023/24", UNITS, 80) + passed("2024/25", UNITS, 92));
        asked(calculation);
        List<String> ids = ids();
        explained(ids, "Nytt prov");
        asked(calculation);

        jdbi.useHandle(handle -> handle.execute("update finding_reason set reason = 'Annat'"));

        assertThat(given().get("/v1/releases/latest/findings").jsonPath().getList("items.reason"))
                .containsOnly("Nytt prov");
    }

    /** Nobody is asked twice. */
    @Test
    void aReasonHoldsWhereTheSameIsFoundAgain() {
        asked(calculated(passed("2023/24", UNITS, 80) + passed("2024/25", UNITS, 92)));
        explained(ids(), "Nytt prov");
        jdbi.useHandle(handle -> handle.execute("update school_unit set name = 'Ny' where code = '10000001'"));

        JsonPath job = asked(ThreeUnits.calculated().getLong("report.number"));

        assertThat(job.getString("report.release.id")).isEqualTo(FIRST);
    }

    @Test
    void aDraftIsCheckedAndNotPublished() {
        long calculation = calculated(passed("2023/24", UNITS, 80) + passed("2024/25", UNITS, 92));

        JsonPath job = ThreeUnits.asked(Map.of("calculation", calculation, "draft", true));

        assertThat(job.getString("state")).isEqualTo("completed");
        assertThat(job.getString("report.draft.state")).isEqualTo("draft");
        given().get("/v1/release-drafts/" + FIRST).then().body("withoutReason", equalTo(ids().size()));
        given().get("/v1/releases/" + FIRST).then().statusCode(404);
        given().get("/v1/values?release=" + FIRST).then().statusCode(400);
    }

    @Test
    void reasonsAreFilteredByWhetherThereIsOne() {
        asked(calculated(passed("2023/24", UNITS, 80) + passed("2024/25", UNITS - 5, 92)));
        List<String> ids = ids();
        explained(ids.subList(0, 1), "Nytt prov");

        assertThat(found("?reason=given")).containsExactly(ids.get(0));
        assertThat(found("?reason=missing")).containsExactlyElementsOf(ids.subList(1, ids.size()));
    }

    @Test
    void whatIsNoFindingOfTheDraftIsNotExplained() {
        asked(calculated(passed("2023/24", UNITS, 80) + passed("2024/25", UNITS, 92)));
        List<String> ids = List.of(ids().get(0), UUID.randomUUID().toString());

        explained(ids, "Nytt prov")
                .statusCode(400)
                .body("errors.size()", equalTo(1))
                .body("errors[0].field", equalTo("findings[1]"))
                .body("errors[0].rule", equalTo("unknown"));
        assertThat(found("?reason=given")).isEmpty();
    }

    @Test
    void aProofThatIsNotRightKeepsAReleaseFromBeingPublished() {
        long calculation = calculated(passed("2024/25", UNITS, 80));
        jdbi.useHandle(handle -> handle.execute("update protected_table set files = '\\x00'"));

        JsonPath job = asked(calculation);

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getString("problem")).contains("not proven to be safe");
    }

    private static JsonPath published(String rows) {
        return asked(calculated(rows));
    }

    private static JsonPath asked(long calculation) {
        return ThreeUnits.asked(Map.of("calculation", calculation));
    }

    private static long calculated(String rows) {
        assertThat(ThreeUnits.uploaded("/v1/imports?source=csv", "text/csv", HEADER + rows)
                        .getString("state"))
                .isEqualTo("completed");
        return ThreeUnits.calculated().getLong("report.number");
    }

    /** Of a hundred pupils each how many have passed, in the first of the units. */
    private static String passed(String period, int units, int passed) {
        return IntStream.rangeClosed(1, units)
                .mapToObj(unit ->
                        "gr.passed,school-unit,%d,%s,grundskola,T,%d%ngr.pupils,school-unit,%d,%s,grundskola,T,100%n"
                                .formatted(10000000 + unit, period, passed, 10000000 + unit, period))
                .collect(Collectors.joining());
    }

    /** Of a hundred pupils of each unit. */
    private static String merit(String period, int points) {
        return IntStream.rangeClosed(1, UNITS)
                .mapToObj(unit ->
                        "gr.merit,school-unit,%d,%s,grundskola,T,%d%ngr.pupils,school-unit,%d,%s,grundskola,T,100%n"
                                .formatted(10000000 + unit, period, points, 10000000 + unit, period))
                .collect(Collectors.joining());
    }

    private static List<Map<String, Object>> findings() {
        return findings(FIRST);
    }

    private static List<Map<String, Object>> findings(String draft) {
        return given().get("/v1/release-drafts/%s/findings".formatted(draft))
                .jsonPath()
                .getList("items");
    }

    private static List<String> ids() {
        return found("");
    }

    private static List<String> found(String query) {
        return given().get("/v1/release-drafts/%s/findings%s".formatted(FIRST, query))
                .jsonPath()
                .getList("items.id");
    }

    private static ValidatableResponse explained(List<String> findings, String reason) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("findings", findings, "reason", reason))
                .post("/v1/release-drafts/%s/reasons".formatted(FIRST))
                .then();
    }
}
