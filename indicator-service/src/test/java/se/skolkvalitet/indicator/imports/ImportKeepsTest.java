package se.skolkvalitet.indicator.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.released;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.uploaded;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.imports.StatisticsImportJob.Parameters;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** What is known of an import afterwards. All figures are made up. */
@QuarkusTest
class ImportKeepsTest {
    private static final String FILE = """
            measure,level,area,period,school_form,value
            gr.merit,school-unit,10000001,2024/25,grundskola,200
            """;

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper mapper;

    @BeforeEach
    void register() throws IOException {
        ThreeUnits.registerWithEditionOfCsv(jdbi);
    }

    @Test
    void anImportKeepsItsLicenceItsModeAndWhetherItWasComplete() {
        JsonPath job = imported("&mode=lenient&complete=true&licence=CC-BY-4.0");

        assertThat(job.getString("report.licence")).isEqualTo("CC-BY-4.0");
        assertThat(job.getBoolean("report.complete")).isTrue();
        assertThat(job.getString("report.mode")).isEqualTo("lenient");
        assertThat(kept()).containsExactly("csv lenient t CC-BY-4.0");
    }

    @Test
    void withoutAWordAnImportIsNotCompleteAndHasNoLicence() {
        JsonPath job = imported("");

        assertThat(job.getBoolean("report.complete")).isFalse();
        assertThat(kept()).containsExactly("csv atomic f");
    }

    @Test
    void anImportThatChangedNothingIsFoundWithAllThatItWasAskedFor() {
        imported("&licence=CC0-1.0");

        imported("&complete=true&licence=CC0-1.0");

        JsonPath newest = given().get("/v1/imports?limit=1").jsonPath();
        assertThat(newest.getBoolean("items[0].parameters.complete")).isTrue();
        assertThat(newest.getString("items[0].parameters.licence")).isEqualTo("CC0-1.0");
        assertThat(newest.getString("items[0].inputSha256")).hasSize(64);
        assertThat(newest.getInt("items[0].report.observations.unchanged")).isEqualTo(1);
        assertThat(newest.getString("items[0].report.number")).isNull();
    }

    @Test
    void whereAFigureComesFromTellsTheLicenceOfItsFile() {
        imported("&licence=CC-BY-4.0");
        released();

        JsonPath provenance = given().get(
                        "/v1/values/latest:MERIT:school-unit:10000001:2024-25:T:grundskola/provenance")
                .jsonPath();

        assertThat(provenance.getList("items.licence")).isEqualTo(List.of("CC-BY-4.0"));
    }

    @Test
    void aSourceThatHasOneLicenceForAllKeepsIt() {
        refused("source=kolada&licence=CC-BY-4.0", "licence-of-source");
    }

    @Test
    void aLicenceIsNamedAsSpdxNamesIt() {
        refused("source=csv&licence=fri%20att%20anv%C3%A4nda", "pattern");
    }

    @Test
    void theLicenceOfTheSourceMayBeSaid() {
        Parameters parameters = new Parameters(StatisticsSource.KOLADA, null, true, new Licence("CC0-1.0"));

        assertThat(parameters.licence()).isEqualTo(new Licence("CC0-1.0"));
    }

    @Test
    void aJobThatAnEarlierReleaseQueuedIsNotComplete() throws IOException {
        Parameters parameters =
                mapper.readValue("{\"source\":\"siris\",\"mode\":\"atomic\"}", StatisticsImportJob.Parameters.class);

        assertThat(parameters.complete()).isFalse();
        assertThat(parameters.licence()).isEqualTo(new Licence("CC0-1.0"));
    }

    private static void refused(String query, String rule) {
        ValidatableResponse response = given().contentType("text/csv")
                .body(FILE)
                .post("/v1/imports?" + query)
                .then();

        JsonPath problem = response.statusCode(400).extract().jsonPath();
        assertThat(problem.getList("errors.field")).isEqualTo(List.of("licence"));
        assertThat(problem.getList("errors.rule")).isEqualTo(List.of(rule));
    }

    private static JsonPath imported(String more) {
        JsonPath job = uploaded("/v1/imports?source=csv" + more, "text/csv", FILE);
        assertThat(job.getString("state")).isEqualTo("completed");
        return job;
    }

    private List<String> kept() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select concat_ws(' ', source, mode, complete, licence) from statistics_import")
                .mapTo(String.class)
                .list());
    }
}
