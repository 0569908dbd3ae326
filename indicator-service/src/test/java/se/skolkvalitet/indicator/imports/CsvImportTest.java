package se.skolkvalitet.indicator.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** From a CSV file of ours to observations. All figures are made up. */
@QuarkusTest
class CsvImportTest {
    private static final String FILE = """
            measure,level,area,period,school_form,sex,value,low,high,status
            fkl.pupils,school-unit,10000001,2024/25,forskoleklass,T,41,,,
            fkl.pupils,school-unit,10000001,2024/25,forskoleklass,F,20,,,
            fkl.pupils,school-unit,10000001,2024/25,forskoleklass,M,21,,,
            fkl.pupils,organiser,2120000142,2024/25,forskoleklass,T,80,75,85,rounded
            fkl.pupils,municipality,0180,2024/25,forskoleklass,T,,,,withheld
            fkl.pupils,county,01,2024/25,forskoleklass,T,,,,missing
            fkl.pupils,nation,00,2024/25,forskoleklass,T,120345,,,
            """;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void register() throws IOException {
        ThreeUnits.registerWithEditionOfCsv(jdbi);
    }

    @Test
    void figuresOfUnitsAndAreasAndSexesBecomeObservations() {
        JsonPath job = imported(FILE, "atomic");

        assertThat(job.getString("state")).isEqualTo("completed");
        assertThat(job.getLong("report.lines")).isEqualTo(7);
        assertThat(job.getMap("report.statuses"))
                .isEqualTo(Map.of("normal", 4, "rounded", 1, "withheld", 1, "missing", 1));
        assertThat(current())
                .containsExactly(
                        "county 01 T missing",
                        "municipality 0180 T withheld",
                        "nation 00 T 120345 normal",
                        "organiser 2120000142 T 80 75 85 rounded",
                        "school-unit 10000001 F 20 normal",
                        "school-unit 10000001 M 21 normal",
                        "school-unit 10000001 T 41 normal");
    }

    @Test
    void theSameFileAgainChangesNothing() {
        imported(FILE, "atomic");

        JsonPath again = imported(FILE, "atomic");

        assertThat(again.getMap("report.observations"))
                .isEqualTo(Map.of("inserted", 0, "changed", 0, "unchanged", 7, "withdrawn", 0));
    }

    @Test
    void aCorrectionSupersedesAndKeepsWhatWas() {
        imported(FILE, "atomic");

        JsonPath corrected = imported(FILE.replace(",F,20,", ",F,19,"), "atomic");

        assertThat(corrected.getMap("report.observations"))
                .isEqualTo(Map.of("inserted", 0, "changed", 1, "unchanged", 6, "withdrawn", 0));
        assertThat(current()).contains("school-unit 10000001 F 19 normal").hasSize(7);
        assertThat(superseded()).containsExactly("school-unit 10000001 F 20 normal");
    }

    @Test
    void anAreaThatTheRegisterDoesNotKnowIsAFaultOfItsLine() {
        JsonPath job = imported("""
                measure,level,area,period,school_form,value
                fkl.pupils,school-unit,99999999,2024/25,forskoleklass,1
                fkl.pupils,organiser,2120001553,2024/25,forskoleklass,1
                fkl.pupils,municipality,2584,2024/25,forskoleklass,1
                fkl.pupils,county,25,2024/25,forskoleklass,1
                fkl.pupils,nation,00,2024/25,forskoleklass,1
                """, "lenient");

        assertThat(job.getString("state")).isEqualTo("completed");
        assertThat(job.getList("report.faults.field"))
                .containsExactly("line 2: schoolUnit", "line 3: area", "line 4: area", "line 5: area");
        assertThat(job.getList("report.faults.rule")).containsOnly("unknown");
        assertThat(job.getString("report.faults[2].message")).isEqualTo("There is no municipality 2584.");
        assertThat(current()).containsExactly("nation 00 T 1 normal");
    }

    @Test
    void aLineThatComesTwiceIsAFault() {
        JsonPath job = imported(FILE + "fkl.pupils,nation,00,2024/25,forskoleklass,T,1,,,\n", "atomic");

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getList("report.faults.field")).containsExactly("line 9: fkl.pupils");
        assertThat(job.getList("report.faults.rule")).containsExactly("duplicate");
    }

    @Test
    void anEditionWithTwoMeasuresOfTheSameFiguresFailsTheImportAndNamesBoth() {
        jdbi.useHandle(handle -> handle.execute("update edition set document = replace(document::text,"
                + " '\"sourceKey\": \"gr.passed\"', '\"sourceKey\": \"gr.pupils\"')::json"));

        JsonPath job = imported(FILE, "lenient");

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getString("problem"))
                .startsWith("The edition says of two measures, gr.pupils and gr.passed, that they are 'gr.pupils'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "text/plain", "application/json", "application/x-ndjson"})
    void theSourceSaysHowAFileIsReadAndNotItsType(String type) {
        JsonPath job = uploaded("/v1/imports?source=csv", type, FILE);

        assertThat(job.getString("state")).isEqualTo("completed");
    }

    @Test
    void aTypeThatNoSourceHasIsRefused() {
        given().contentType("application/xml")
                .body("<a/>")
                .post("/v1/imports?source=csv")
                .then()
                .statusCode(415);
    }

    private static JsonPath imported(String file, String mode) {
        return uploaded("/v1/imports?source=csv&mode=" + mode, "text/csv", file);
    }

    private List<String> current() {
        return observations("superseded_by is null");
    }

    private List<String> superseded() {
        return observations("superseded_by is not null");
    }

    private List<String> observations(String which) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select concat_ws(' ', level, area, sex, value, low, high, status)"
                                + " from observation where measure = 'fkl.pupils' and " + which + " order by 1")
                        .mapTo(String.class)
                        .list());
    }
}
