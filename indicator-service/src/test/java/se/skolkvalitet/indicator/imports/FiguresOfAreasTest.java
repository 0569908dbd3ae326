package se.skolkvalitet.indicator.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.imported;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.line;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.released;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.uploaded;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** A measure of which one source tells the school units and another the municipalities and the nation. All figures are made up. */
@QuarkusTest
class FiguresOfAreasTest {
    private static final String OF_UNITS = line("10000001", "200,0", "EXISTS", "100")
            + line("10000002", "220,0", "EXISTS", "100")
            + line("10000003", "240,0", "EXISTS", "100");
    private static final String OF_AREAS = """
            {"values":[
              {"kpi":"N15504","municipality":"0180","period":2025,"values":[
                {"gender":"T","value":214.5},{"gender":"K","value":220},{"gender":"M","value":209}]},
              {"kpi":"N15504","municipality":"0001","period":2025,"values":[{"gender":"T","value":221}]},
              {"kpi":"N15504","municipality":"0000","period":2025,"values":[{"gender":"T","value":225}]}],"count":3}
            """;
    private static final String OF_NATION = """
            {"averageGradesMeritRating9thGrade":[{"value":"226,0","valueType":"EXISTS","timePeriod":"2024/25"}],\
            "averageResultNationalTestsSubjectENG9thGrade":[{"value":"15,0","valueType":"EXISTS","timePeriod":"2024/25"}]}
            """;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void register() throws IOException {
        ThreeUnits.register(jdbi);
        imported(OF_UNITS, "atomic");
    }

    @Test
    void figuresOfEachLevelAreTakenFromTheSourceThatTheEditionNames() {
        JsonPath areas = uploaded("/v1/imports?source=kolada", "application/json", OF_AREAS);
        JsonPath nation = uploaded(
                "/v1/imports?source=skolverket-national-values-gr",
                "application/x-ndjson",
                OF_NATION.replace("\\\n", ""));

        assertThat(areas.getString("state")).isEqualTo("completed");
        assertThat(areas.getInt("report.observations.inserted")).isEqualTo(4);
        assertThat(areas.getList("report.passedOver")).isEqualTo(List.of("N15504 (county)"));
        assertThat(nation.getString("state")).isEqualTo("completed");
        assertThat(nation.getInt("report.observations.inserted")).isEqualTo(1);
        assertThat(nation.getList("report.passedOver")).isEqualTo(List.of("averageGradesMeritRating9thGrade (nation)"));
        assertThat(meritsOfAreas())
                .containsExactly(
                        "municipality 0180 F 220",
                        "municipality 0180 M 209",
                        "municipality 0180 T 214.5",
                        "nation 00 T 225");
    }

    @Test
    void aMunicipalitysValueIsTheFigureOfTheSourceAndOursStandsBesideIt() {
        uploaded("/v1/imports?source=kolada", "application/json", OF_AREAS);

        released();

        given().get("/v1/values?indicator=GR-MERIT-9&level=municipality&area=0180&sex=T&period=2024/25")
                .then()
                .statusCode(200)
                .body("items.value", contains(214.5f))
                .body("items.status", contains("normal"))
                .body("items.estimate", contains(210.0f));
        given().get("/v1/values?indicator=GR-MERIT-9&level=municipality&area=0182&sex=T&period=2024/25")
                .then()
                .body("items.value", contains(240.0f))
                .body("items.status", contains("estimated"));
        given().get("/v1/values?indicator=GR-GAP-MERIT-9")
                .then()
                .body("items.level", contains("municipality"))
                .body("items.value", contains(11.0f));
        JsonPath report = given().get("/v1/calculations/latest").jsonPath();
        assertThat(report.getString("report.ownFigures.find { it.indicator == 'GR-MERIT-9' }.largest.area"))
                .isEqualTo("00");
        assertThat(report.getInt("report.ownFigures.find { it.indicator == 'GR-MERIT-9' }.differing"))
                .isEqualTo(2);
    }

    @Test
    void aCompleteFileOfAreasWithdrawsNothingOfUnits() {
        uploaded("/v1/imports?source=kolada", "application/json", OF_AREAS);

        JsonPath job = uploaded(
                "/v1/imports?source=kolada&complete=true",
                "application/json",
                OF_AREAS.replace("{\"gender\":\"M\",\"value\":209}", "{\"gender\":\"T\",\"value\":214.5}")
                        .replace("{\"gender\":\"T\",\"value\":214.5},{", "{"));

        assertThat(job.getInt("report.observations.withdrawn")).isEqualTo(1);
        assertThat(meritsOfAreas()).contains("municipality 0180 M withdrawn");
        assertThat(merits("level = 'school-unit' and status = 'normal'")).hasSize(3);
    }

    @Test
    void whatAnotherSourceToldUnderAnEarlierEditionIsWithdrawn() {
        jdbi.useHandle(
                handle -> handle.execute(
                        "update edition set document = (select jsonb_set(document::jsonb, '{measures}',"
                                + " jsonb_agg(measure - 'areas')) from jsonb_array_elements(document::jsonb -> 'measures') as measure)::json"));
        JsonPath before = uploaded(
                "/v1/imports?source=skolverket-national-values-gr",
                "application/x-ndjson",
                OF_NATION + OF_NATION.replace("2024/25", "2023/24").replace("226,0", "222,0"));
        assertThat(before.getInt("report.observations.inserted")).isEqualTo(4);
        assertThat(meritsOfAreas()).containsExactly("nation 00 T 222.0", "nation 00 T 226.0");
        jdbi.useHandle(
                handle -> handle.execute(
                        "update edition set document = (select jsonb_set(document::jsonb, '{measures}',"
                                + " jsonb_agg(case when measure ->> 'code' = 'gr.merit-rating-9' then measure || '{\"areas\":"
                                + " {\"levels\": [\"municipality\", \"nation\"], \"source\": \"kolada\", \"sourceKey\": \"N15504\"}}'::jsonb"
                                + " else measure end)) from jsonb_array_elements(document::jsonb -> 'measures') as measure)::json"));

        JsonPath job = uploaded("/v1/imports?source=kolada&complete=true", "application/json", OF_AREAS);

        assertThat(job.getMap("report.observations"))
                .isEqualTo(Map.of("inserted", 3, "changed", 1, "unchanged", 0, "withdrawn", 1));
        assertThat(meritsOfAreas())
                .contains("nation 00 T 225", "nation 00 T withdrawn")
                .doesNotContain("nation 00 T 222.0");
    }

    private List<String> meritsOfAreas() {
        return merits("level <> 'school-unit'");
    }

    private List<String> merits(String which) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select concat_ws(' ', level, area, sex, coalesce(value::text, status)) from observation"
                                + " where superseded_by is null and measure = 'gr.merit-rating-9' and " + which
                                + " order by 1")
                .mapTo(String.class)
                .list());
    }
}
