package se.skolkvalitet.indicator.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** What is other in a release than in the one before. */
@QuarkusTest
class ChangesTest {
    private static final int YEAR = LocalDate.now(ZoneOffset.UTC).getYear();
    private static final String FIRST = YEAR + ".1";
    private static final String SECOND = YEAR + ".2";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void oneRelease() throws IOException {
        ThreeUnits.register(jdbi);
        ThreeUnits.publish(ThreeUnits.statistics());
    }

    @Test
    void aFigureThatIsCorrectedIsAMinorChangeOfEachValueThatIsMadeOfIt() {
        publishedWithMerit("204,0");

        List<Map<String, Object>> changes = changes(SECOND, "100");

        assertThat(changes)
                .filteredOn(change ->
                        "GR-MERIT-9".equals(change.get("indicator")) && "school-unit".equals(change.get("level")))
                .singleElement()
                .satisfies(change -> assertThat(change)
                        .containsEntry("subject", "value")
                        .containsEntry("change", "changed")
                        .containsEntry("severity", "minor")
                        .containsEntry("area", "10000001")
                        .containsEntry("period", "2024/25")
                        .containsEntry("before", Map.of("status", "normal", "value", 203.2f))
                        .containsEntry("after", Map.of("status", "normal", "value", 204.0f)));
        assertThat(changes).extracting(change -> change.get("severity")).containsOnly("minor");
        assertThat(changes).extracting(change -> change.get("area")).doesNotContain("10000003", "5560360793");
        given().get("/v1/releases/latest/changes")
                .then()
                .body("since", equalTo(FIRST))
                .body("severity", equalTo("minor"));
    }

    @Test
    void whatIsNewAndWhatIsGoneIsTold() {
        ThreeUnits.imported(
                ThreeUnits.line("10000001", "203,2", "EXISTS", "460").replace("2024/25", "2023/24"), "atomic");
        ThreeUnits.released();

        assertThat(changes(SECOND, "100"))
                .filteredOn(change -> "2023/24".equals(change.get("period")))
                .isNotEmpty()
                .allSatisfy(change ->
                        assertThat(change).containsEntry("change", "added").doesNotContainKey("before"));
    }

    @Test
    void aValueThatIsWithheldComesWithoutItsFigures() {
        ThreeUnits.imported(
                ThreeUnits.statistics()
                        .replace(
                                "\"240,0\",\"valueType\":\"EXISTS\"",
                                "\"..\",\"valueType\":\"OMITTED_DUE_TO_BASED_ON_FEW_PUPILS\""),
                "atomic");
        ThreeUnits.released();

        assertThat(changes(SECOND, "100"))
                .filteredOn(change -> "10000003".equals(change.get("area")))
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change)
                        .containsEntry("before", Map.of("status", "normal"))
                        .containsEntry("after", Map.of("status", "withheld")));
    }

    @Test
    void anotherDefinitionIsAMajorChangeWithAllItsValues() {
        jdbi.useHandle(handle -> handle.execute(
                "insert into edition select 2, valid_from, document::jsonb || '{\"number\": 2}' from edition"));
        changeDecimals();

        ThreeUnits.released(ThreeUnits.calculated(2).getLong("report.number"));

        List<Map<String, Object>> changes = changes(SECOND, "100&severity=major");
        assertThat(changes.get(0))
                .containsEntry("subject", "definition")
                .containsEntry("change", "changed")
                .containsEntry("indicator", "GR-MERIT-9")
                .containsEntry("schoolForm", "grundskola")
                .doesNotContainKeys("level", "area", "before", "after");
        assertThat(changes.stream().skip(1)).isNotEmpty().allSatisfy(change -> assertThat(change)
                .containsEntry("subject", "value")
                .containsEntry("indicator", "GR-MERIT-9"));
        given().get("/v1/releases/latest/changes").then().body("severity", equalTo("major"));
    }

    private void changeDecimals() {
        jdbi.useHandle(handle -> handle.execute("""
                update edition set document = jsonb_set(document::jsonb, '{indicators}', (
                    select jsonb_agg(case when one ->> 'code' = 'GR-MERIT-9' then one || '{"decimals": 0}' else one end)
                    from jsonb_array_elements(document::jsonb -> 'indicators') as one
                ))::json
                where number = 2
                """));
    }

    @Test
    void aSchoolUnitThatHasMovedIsAMajorChangeOfBothOrganisers() {
        jdbi.useHandle(handle -> {
            handle.execute("update school_unit set organiser = '5560360793' where code = '10000001'");
            handle.execute("update membership set organiser = '5560360793' where unit = '10000001'");
        });

        ThreeUnits.released();

        List<Map<String, Object>> changes = changes(SECOND, "100&severity=major");
        assertThat(changes)
                .filteredOn(change -> "area".equals(change.get("subject")))
                .extracting(change -> change.get("level") + " " + change.get("area") + " " + change.get("change"))
                .containsExactly("organiser 2120000142 changed", "organiser 5560360793 changed");
        assertThat(changes)
                .filteredOn(change -> "value".equals(change.get("subject")))
                .isNotEmpty()
                .extracting(change -> change.get("level"))
                .containsOnly("organiser");
    }

    @Test
    void anotherNameIsAMinorChange() {
        jdbi.useHandle(handle -> handle.execute("update school_unit set name = 'Ny skola' where code = '10000001'"));

        ThreeUnits.released();

        assertThat(changes(SECOND, "100")).singleElement().satisfies(change -> assertThat(change)
                .containsEntry("subject", "area")
                .containsEntry("change", "renamed")
                .containsEntry("severity", "minor")
                .containsEntry("area", "10000001"));
    }

    @Test
    void aSchoolUnitThatIsNewIsAnAreaMoreAndNoOtherAreaIsAnother() {
        jdbi.useHandle(handle -> {
            handle.execute("insert into school_unit values ('10000009', 'Ny', '2120000142', '0180', 'Stockholm', '01',"
                    + " 'Stockholms län', '{grundskola}', 'active')");
            handle.execute("insert into membership values ('10000009', '2120000142', daterange('2026-07-01', null))");
        });

        ThreeUnits.released();

        assertThat(changes(SECOND, "100&severity=major"))
                .filteredOn(change -> "area".equals(change.get("subject")))
                .singleElement()
                .satisfies(change ->
                        assertThat(change).containsEntry("change", "added").containsEntry("area", "10000009"));
    }

    @Test
    void aSchoolUnitThatClosesMakesItsOrganiserNoOther() {
        jdbi.useHandle(handle ->
                handle.execute("update membership set valid = daterange(null, '2026-07-01') where unit = '10000001'"));

        ThreeUnits.released();

        assertThat(changes(SECOND, "100&severity=major")).isEmpty();
    }

    @Test
    void theDayOfATakeoverMakesBothOrganisersOthers() {
        takenOver("2024-07-01");
        ThreeUnits.released();

        takenOver("2025-07-01");
        ThreeUnits.released();

        assertThat(changes(YEAR + ".3", "100&severity=major"))
                .filteredOn(change -> "area".equals(change.get("subject")))
                .extracting(change -> change.get("area"))
                .containsExactly("2120000142", "5560360793");
    }

    private void takenOver(String day) {
        jdbi.useHandle(handle -> {
            handle.execute("delete from membership where unit = '10000001'");
            handle.execute(
                    "insert into membership values ('10000001', '2120000142', daterange(null, ?::date)),"
                            + " ('10000001', '5560360793', daterange(?::date, null))",
                    day,
                    day);
        });
    }

    @Test
    void aLaterCorrectionOfTheReleaseBeforeChangesNothingOfWhatItIsHeldAgainst() {
        publishedWithMerit("205,0");
        ThreeUnits.imported(ThreeUnits.statistics().replace("203,2", "204,0"), "atomic");

        ThreeUnits.released(Map.of("calculation", ThreeUnits.calculated().getLong("report.number"), "corrects", FIRST));

        given().get("/v1/releases/{id}/changes", SECOND).then().body("since", equalTo(FIRST));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void pagesTogetherAreAllChanges(int limit) {
        jdbi.useHandle(handle -> {
            handle.execute("update school_unit set organiser = '5560360793', name = 'Ny' where code = '10000001'");
            handle.execute("update membership set organiser = '5560360793' where unit = '10000001'");
        });
        publishedWithMerit("204,0");
        List<Map<String, Object>> all = changes(SECOND, "1000");

        assertThat(changes(SECOND, String.valueOf(limit))).isEqualTo(all).hasSizeGreaterThan(10);
    }

    @Test
    void aCorrectionIsHeldAgainstWhatItCorrectsAndARoundAgainstTheLatestBefore() {
        ThreeUnits.imported(ThreeUnits.statistics().replace("203,2", "204,0"), "atomic");
        ThreeUnits.released(Map.of("calculation", ThreeUnits.calculated().getLong("report.number"), "corrects", FIRST));
        publishedWithMerit("205,0");

        given().get("/v1/releases/{id}/changes", FIRST + ".1").then().body("since", equalTo(FIRST));
        given().get("/v1/releases/{id}/changes", SECOND).then().body("since", equalTo(FIRST + ".1"));
        given().get("/v1/releases/{id}/changes?since={since}", SECOND, FIRST)
                .then()
                .body("since", equalTo(FIRST))
                .body("items", not(empty()));
    }

    @Test
    void theFirstReleaseFollowsNone() {
        given().get("/v1/releases/latest/changes")
                .then()
                .statusCode(404)
                .body("detail", containsString("no release before " + FIRST));
    }

    @Test
    void aReleaseIsNotHeldAgainstALaterOne() {
        publishedWithMerit("204,0");

        given().get("/v1/releases/{id}/changes?since=latest", FIRST)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("since"))
                .body("errors[0].rule", equalTo("before"));
    }

    @Test
    void whereNothingIsOtherNothingIsTold() {
        jdbi.useHandle(
                handle -> handle.execute("update organiser set kind = 'independent' where org_number = '2120000142'"));

        ThreeUnits.released();

        given().get("/v1/releases/latest/changes").then().body("items", empty()).body("severity", nullValue());
    }

    private static void publishedWithMerit(String merit) {
        ThreeUnits.publish(ThreeUnits.statistics().replace("203,2", merit));
    }

    /** @param limit of each page, with further parameters */
    private static List<Map<String, Object>> changes(String release, String limit) {
        List<Map<String, Object>> changes = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = given().get("/v1/releases/%s/changes?limit=%s%s".formatted(release, limit, cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            changes.addAll(page.getList("items"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        return changes;
    }
}
