package se.skolkvalitet.indicator.unitcode;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** From a file of Kolada's ids to figures of the school units. Ids and figures are made up. */
@QuarkusTest
class UnitCodeImportTest {
    private static final String FILE = "code,unit\nV15E018000101,10000001\nV15E018000102,10000002\n";
    private static final String FIGURES = """
            {"values":[
              {"kpi":"N15505","ou":"V15E018000101","period":2025,"values":[
                {"gender":"T","value":231.5},{"gender":"K","value":240},{"gender":"M","value":223}]},
              {"kpi":"N15505","ou":"V15E018000103","period":2025,"values":[{"gender":"T","value":200}]}],"count":2}
            """;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void register() throws IOException {
        ThreeUnits.register(jdbi);
        jdbi.useHandle(handle -> handle.execute("update edition set document = replace(document::jsonb::text,"
                + " '\"source\": \"skolverket-planned-educations-gr\", \"sourceKey\": \"averageGradesMeritRating9thGrade\"',"
                + " '\"source\": \"kolada-ou\", \"sourceKey\": \"N15505\"')::json"));
    }

    @Test
    void theCodesOfAFileAreKnownAfterwards() {
        JsonPath job = imported(FILE, "atomic");

        assertThat(job.getString("state")).isEqualTo("completed");
        assertThat(job.getMap("report.codes")).isEqualTo(Map.of("inserted", 2, "changed", 0, "unchanged", 0));
        given().get("/v1/unit-codes?scheme=kolada-ou")
                .then()
                .statusCode(200)
                .body("items.scheme", contains("kolada-ou", "kolada-ou"))
                .body("items.code", contains("V15E018000101", "V15E018000102"))
                .body("items.unit", contains("10000001", "10000002"));
    }

    @Test
    void theSameFileAgainChangesNothingAndAnotherLeavesItsOtherCodesAsTheyWere() {
        imported(FILE, "atomic");

        JsonPath again = imported(FILE, "atomic");
        JsonPath other = imported("code,unit\nV15E018000102,10000003\nV15E018200101,10000003\n", "atomic");

        assertThat(again.getMap("report.codes")).isEqualTo(Map.of("inserted", 0, "changed", 0, "unchanged", 2));
        assertThat(other.getMap("report.codes")).isEqualTo(Map.of("inserted", 1, "changed", 1, "unchanged", 0));
        assertThat(given().get("/v1/unit-codes").jsonPath().getList("items.unit"))
                .containsExactly("10000001", "10000003", "10000003");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        V1,99999999          | line 2: unit | unknown
        V1,1000001           | line 2: unit | pattern
        ,10000001            | line 2: code | pattern
        V 1,10000001         | line 2: code | pattern
        V1,10000001,x        | line 2       | columns
        """)
    void namesWhatIsWrongWithALine(String line, String field, String rule) {
        JsonPath job = imported("code,unit\n" + line + "\nV2,10000002\n", "lenient");

        assertThat(job.getString("state")).isEqualTo("completed");
        assertThat(job.getList("report.faults.field")).containsExactly(field);
        assertThat(job.getList("report.faults.rule")).containsExactly(rule);
        assertThat(given().get("/v1/unit-codes").jsonPath().getList("items.code"))
                .containsExactly("V2");
        given().get("/v1/unit-code-imports/{id}/faults", job.getString("id"))
                .then()
                .statusCode(200)
                .body("items.rule", contains(rule));
    }

    @Test
    void aCodeThatComesTwiceIsAFaultThatStopsAnAtomicImport() {
        JsonPath job = imported(FILE + "V15E018000101,10000003\n", "atomic");

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getList("report.faults.rule")).containsExactly("duplicate");
        assertThat(given().get("/v1/unit-codes").jsonPath().getList("items")).isEmpty();
    }

    @Test
    void codesComePageByPage() {
        imported(FILE, "atomic");

        String next = given().get("/v1/unit-codes?limit=1")
                .then()
                .body("next", notNullValue())
                .extract()
                .path("next");

        given().queryParam("cursor", next)
                .get("/v1/unit-codes?limit=1")
                .then()
                .body("items.code", contains("V15E018000102"));
    }

    @Test
    void anUnknownSchemeIsRefused() {
        given().get("/v1/unit-codes?scheme=kolada").then().statusCode(400).body("errors[0].field", equalTo("scheme"));
    }

    @Test
    void figuresOfKnownIdsBecomeObservationsAndOthersAreFaults() {
        imported(FILE, "atomic");

        JsonPath job = uploaded("/v1/imports?source=kolada-ou&mode=lenient", "application/json", FIGURES);

        assertThat(job.getString("state")).isEqualTo("completed");
        assertThat(job.getList("report.faults.field")).containsExactly("line 2: ou");
        assertThat(job.getList("report.faults.rule")).containsExactly("unmapped-unit");
        assertThat(observations())
                .containsExactly("10000001 F 2024/25 240", "10000001 M 2024/25 223", "10000001 T 2024/25 231.5");
    }

    @Test
    void anIdThatIsNotKnownStopsAnAtomicImport() {
        imported(FILE, "atomic");

        JsonPath job = uploaded("/v1/imports?source=kolada-ou", "application/json", FIGURES);

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(observations()).isEmpty();
    }

    private static JsonPath imported(String file, String mode) {
        return uploaded("/v1/unit-codes?scheme=kolada-ou&mode=" + mode, "text/csv", file);
    }

    private List<String> observations() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select concat_ws(' ', area, sex, period, value) from observation order by 1")
                .mapTo(String.class)
                .list());
    }
}
