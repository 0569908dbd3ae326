package se.skolkvalitet.indicator.value;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.released;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.uploaded;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** What is told of where a value comes from. All figures are made up. */
@QuarkusTest
class ProvenanceTest {
    private static final String HEADER = "measure,level,area,period,school_form,sex,value\n";
    private static final String STAD = "organiser:2120000142:2024-25";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void register() throws IOException {
        ThreeUnits.registerWithEditionOfCsv(jdbi);
    }

    @Test
    void ofEachUnitTheOneWeightIsToldThatWasUsed() {
        published("""
                gr.merit,school-unit,10000001,2024/25,grundskola,T,200
                gr.merit,school-unit,10000002,2024/25,grundskola,T,220
                gr.pupils,school-unit,10000001,2023/24,grundskola,T,100
                gr.pupils,school-unit,10000001,2024/25,grundskola,T,300
                gr.pupils,school-unit,10000002,2023/24,grundskola,T,100
                gr.pupils,school-unit,10000002,2024/25,grundskola,T,0
                """);

        JsonPath provenance = provenance("MERIT:" + STAD + ":T:grundskola");

        // (300 · 200 + 100 · 220) / 400; a weight of nought is none, so that the year before counts.
        assertThat(provenance.getFloat("value.value")).isEqualTo(205);
        assertThat(provenance.getList(
                        "items.findAll { it.measure == 'gr.pupils' }.collect { it.unit + ' ' + it.period }"))
                .isEqualTo(List.of("10000001 2024/25", "10000002 2023/24"));
    }

    @Test
    void theSourcesOwnFigureOfAnAreaIsTheValueAndOursStandsBesideIt() {
        publishedOpenly("""
                gr.merit,school-unit,10000001,2024/25,grundskola,T,200
                gr.merit,school-unit,10000002,2024/25,grundskola,T,220
                gr.merit,organiser,2120000142,2024/25,grundskola,T,207
                gr.pupils,school-unit,10000001,2024/25,grundskola,T,100
                gr.pupils,school-unit,10000002,2024/25,grundskola,T,100
                """);

        JsonPath provenance = provenance("MERIT:" + STAD + ":T:grundskola");

        assertThat(provenance.getFloat("value.value")).isEqualTo(207);
        assertThat(provenance.getString("value.status")).isEqualTo("normal");
        assertThat(provenance.getFloat("value.estimate")).isEqualTo(210);
        assertThat(provenance.getString("explanation"))
                .startsWith("The figure is the source's own for the area; from its units it would be 210.0.");
        assertThat(provenance.getString("items.find { it.level == 'organiser' }.raw"))
                .isEqualTo("207");
    }

    @Test
    void anAreasValueTellsOnWhichDayTheUnitsWereIts() {
        published("""
                gr.merit,school-unit,10000001,2024/25,grundskola,T,200
                gr.merit,school-unit,10000002,2024/25,grundskola,T,220
                gr.pupils,school-unit,10000001,2024/25,grundskola,T,100
                gr.pupils,school-unit,10000002,2024/25,grundskola,T,100
                """);

        assertThat(provenance("MERIT:" + STAD + ":T:grundskola").getString("explanation"))
                .startsWith(
                        "The mean of gr.merit weighted by gr.pupils (the latest known), over 2 school units, of which 2"
                                + " have a figure. The units are those that belonged to it on 15 October 2024. ");
        assertThat(provenance("MERIT:nation:00:2024-25:T:grundskola").getString("explanation"))
                .contains(" The units are those that belonged to an organiser on 15 October 2024. ");
        assertThat(provenance("MERIT:school-unit:10000001:2024-25:T:grundskola").getString("explanation"))
                .doesNotContain("October");
    }

    @Test
    void aShareOfTheSourcesOwnFiguresOfTheAreaIsSaidToBeOfThem() {
        published("""
                gr.passed,school-unit,10000001,2024/25,grundskola,T,30
                gr.pupils,school-unit,10000001,2024/25,grundskola,T,40
                gr.passed,organiser,2120000142,2024/25,grundskola,T,90
                gr.pupils,organiser,2120000142,2024/25,grundskola,T,120
                """);

        JsonPath provenance = provenance("PASSED:" + STAD + ":T:grundskola");

        assertThat(provenance.getFloat("value.value")).isEqualTo(75);
        assertThat(provenance.getString("explanation"))
                .startsWith(
                        "The source's own gr.passed of the area in percent of the source's own gr.pupils of the area.")
                .doesNotContain("school units", "October");
        assertThat(provenance("PASSED:school-unit:10000001:2024-25:T:grundskola")
                        .getString("explanation"))
                .startsWith("The source's own gr.passed in percent of the source's own gr.pupils.");
    }

    @Test
    void weightsAreThoseOfTheUnitsToWhichTheFigureApplies() {
        jdbi.useHandle(
                handle -> handle.execute(
                        "insert into school_unit values"
                                + " ('10000004', 'D', '2120000142', '0180', 'Stockholm', '01', 'Stockholms län', '{sameskola}', 'active'),"
                                + " ('10000005', 'E', '2120000142', '0180', 'Stockholm', '01', 'Stockholms län', '{grundskola}', 'active'),"
                                + " ('10000006', 'F', '2120000142', '0180', 'Stockholm', '01', 'Stockholms län', '{sameskola}', 'active')"));
        jdbi.useHandle(handle -> handle.execute("insert into membership select code, organiser, daterange(null, null)"
                + " from school_unit where code > '10000003'"));
        published(HEADER.replace("value", "value,status"), """
                gr.merit,school-unit,10000001,2024/25,grundskola,T,200,normal
                gr.merit,school-unit,10000002,2024/25,grundskola,T,,not-applicable
                gr.merit,school-unit,10000006,2024/25,grundskola,T,220,normal
                gr.pupils,school-unit,10000001,2024/25,grundskola,T,300,normal
                gr.pupils,school-unit,10000002,2024/25,grundskola,T,100,normal
                gr.pupils,school-unit,10000004,2024/25,grundskola,T,100,normal
                gr.pupils,school-unit,10000005,2024/25,grundskola,T,100,normal
                gr.pupils,school-unit,10000006,2024/25,grundskola,T,100,normal
                """);

        JsonPath provenance = provenance("MERIT:" + STAD + ":T:grundskola");

        // Of the second the source says that it does not apply, of the fourth the register; the source is right of the
        // sixth.
        assertThat(provenance.getInt("value.units")).isEqualTo(3);
        assertThat(provenance.getFloat("value.value")).isEqualTo(205);
        assertThat(provenance.getFloat("value.coverage")).isEqualTo(0.8f);
        assertThat(provenance.getList("items.findAll { it.measure == 'gr.pupils' }.unit"))
                .isEqualTo(List.of("10000001", "10000005", "10000006"));
    }

    @Test
    void stepsAreToldInTheirOrder() {
        published("""
                gr.passed,school-unit,10000001,2024/25,grundskola,T,30
                gr.pupils,school-unit,10000001,2024/25,grundskola,T,40
                gr.passed,school-unit,10000002,2024/25,grundskola,T,3
                gr.pupils,school-unit,10000002,2024/25,grundskola,T,40
                """);

        assertThat(provenance("PASSED:" + STAD + ":T:grundskola").getList("steps.kind"))
                .isEqualTo(List.of("aggregated", "membership", "rounded", "interval"));
        JsonPath few = provenance("PASSED:school-unit:10000002:2024-25:T:grundskola");
        assertThat(few.getList("steps.kind")).isEqualTo(List.of("aggregated", "withheld"));
        assertThat(few.getString("steps[1].text"))
                .isEqualTo(
                        "It is withheld: by the rule of few, with fewer than 10 in all, or fewer than 5 in the part or"
                                + " in the rest of it.");
    }

    @Test
    void ofAWithheldValueNoFigureIsTold() {
        published("""
                gr.passed,school-unit,10000003,2024/25,grundskola,T,3
                gr.pupils,school-unit,10000003,2024/25,grundskola,T,40
                """);

        JsonPath provenance = provenance("PASSED:school-unit:10000003:2024-25:T:grundskola");

        assertThat(provenance.getString("value.status")).isEqualTo("withheld");
        assertThat(provenance.getString("value.reason")).isEqualTo("few");
        assertThat(provenance.getList("items.measure")).isEqualTo(List.of("gr.passed", "gr.pupils"));
        assertThat(provenance.getList("items.value")).containsOnlyNulls();
        assertThat(provenance.getList("items.raw")).containsOnlyNulls();
    }

    /** The text of a survey's figure tells how many answered. */
    @Test
    void ofAWithheldFigureNothingIsToldThatHoldsANumber() throws IOException {
        ThreeUnits.register(jdbi);
        uploaded("/v1/imports?source=skolverket-school-survey", "application/x-ndjson", """
                {"survey":"custodiansgr","schoolUnit":"10000001","status":"OK","message":"","body":{\
                "semester":"VT25","noOfAnswers":"3","noInGroup":"7","supportMetrics":{"average":"-"}}}
                """);
        uploaded(
                "/v1/imports?source=skolverket-planned-educations-gr",
                "application/x-ndjson",
                ThreeUnits.line("10000001", "..", "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS", "90"));
        assertThat(released().getString("state")).isEqualTo("completed");

        JsonPath survey = provenance("GR-GUARDIANS-SUPPORT:school-unit:10000001:2024-25:T:grundskola");
        JsonPath merit = provenance("GR-MERIT-9:school-unit:10000001:2024-25:T:grundskola");

        assertThat(survey.getString("value.status")).isEqualTo("withheld");
        assertThat(survey.getList("items.raw")).containsOnlyNulls();
        assertThat(merit.getList("items.raw")).isEqualTo(List.of(".."));
    }

    @Test
    void eachSchoolFormAndSexHasAValueOfItsOwn() {
        published("""
                gr.passed,school-unit,10000003,2024/25,grundskola,T,30
                gr.pupils,school-unit,10000003,2024/25,grundskola,T,40
                gr.passed,school-unit,10000003,2024/25,grundskola,F,15
                gr.pupils,school-unit,10000003,2024/25,grundskola,F,20
                gr.passed,school-unit,10000003,2024/25,sameskola,T,12
                gr.pupils,school-unit,10000003,2024/25,sameskola,T,24
                """);
        String unit = "PASSED:school-unit:10000003:2024-25";

        assertThat(provenance(unit + ":T:grundskola").getFloat("value.value")).isEqualTo(75);
        assertThat(provenance(unit + ":F:grundskola").getList("items.sex")).containsOnly("F");
        assertThat(provenance(unit + ":T:sameskola").getFloat("value.value")).isEqualTo(50);
        // Without the form it could be either of two.
        given().get("/v1/values/latest:{id}:T/provenance", unit).then().statusCode(404);
    }

    private static void published(String rows) {
        published(HEADER, rows);
    }

    private static void published(String header, String rows) {
        published("/v1/imports?source=csv", header, rows);
    }

    /** What the source publishes openly, beside which an estimate of ours may stand. */
    private static void publishedOpenly(String rows) {
        published("/v1/imports?source=csv&licence=CC0-1.0", HEADER, rows);
    }

    private static void published(String path, String header, String rows) {
        assertThat(uploaded(path, "text/csv", header + rows).getString("state")).isEqualTo("completed");
        assertThat(released().getString("state")).isEqualTo("completed");
    }

    private static JsonPath provenance(String value) {
        return given().get("/v1/values/latest:{id}/provenance", value)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
