package se.skolkvalitet.indicator.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** What becomes of figures that a file does not hold any more. All figures are made up. */
@QuarkusTest
class WithdrawnFiguresTest {
    private static final String HEADER = "measure,level,area,period,school_form,value,low,high,status\n";
    private static final String A = "gr.merit,school-unit,10000001,2024/25,grundskola,200,,,\n";
    private static final String B = "gr.merit,school-unit,10000002,2024/25,grundskola,220,,,\n";
    private static final String C = "gr.merit,school-unit,10000003,2024/25,grundskola,240,,,\n";
    private static final String OF_THE_YEAR_BEFORE = "gr.merit,school-unit,10000002,2023/24,grundskola,210,,,\n";
    private static final String OF_THE_NATION = "gr.merit,nation,00,2024/25,grundskola,230,,,\n";
    private static final String OF_ANOTHER_MEASURE = "gr.pupils,school-unit,10000002,2024/25,grundskola,100,,,\n";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void register() throws IOException {
        ThreeUnits.registerWithEditionOfCsv(jdbi);
    }

    @Test
    void aFigureThatACompleteFileDoesNotHoldIsWithdrawnUnderItsNumber() {
        imported(A + B, "");

        JsonPath job = imported(A, "&complete=true");

        assertThat(job.getMap("report.observations"))
                .isEqualTo(Map.of("inserted", 0, "changed", 0, "unchanged", 1, "withdrawn", 1));
        assertThat(job.getInt("report.number")).isEqualTo(2);
        assertThat(observations("import = 2")).containsExactly("10000002 withdrawn");
        assertThat(observations("superseded_by = 2")).containsExactly("10000002 220 normal");
    }

    @Test
    void whatWasWithheldOrRoundedIsWithdrawnToo() {
        imported(
                A
                        + "gr.merit,school-unit,10000002,2024/25,grundskola,220,215,225,rounded\n"
                        + "gr.merit,school-unit,10000003,2024/25,grundskola,,,,withheld\n",
                "");

        imported(A, "&complete=true");

        assertThat(current()).containsExactly("10000001 200 normal", "10000002 withdrawn", "10000003 withdrawn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "not-applicable"})
    void whatNeverWasPublishedCannotBeWithdrawn(String status) {
        imported(A + "gr.merit,school-unit,10000002,2024/25,grundskola,,,,%s\n".formatted(status), "");

        imported(A, "&complete=true");

        assertThat(current()).containsExactly("10000001 200 normal", "10000002 " + status);
    }

    @Test
    void measuresPeriodsAndLevelsThatTheFileDoesNotHoldAtAllStay() {
        imported(A + B + OF_THE_YEAR_BEFORE + OF_THE_NATION + OF_ANOTHER_MEASURE, "");

        JsonPath job = imported(A, "&complete=true");

        assertThat(job.getInt("report.observations.withdrawn")).isEqualTo(1);
        assertThat(current())
                .containsExactlyInAnyOrder(
                        "10000001 200 normal",
                        "10000002 withdrawn",
                        "10000002 210 normal",
                        "00 230 normal",
                        "10000002 100 normal");
    }

    @Test
    void whatKoladaSaysItselfThatItHasTakenBackIsWithdrawn() throws IOException {
        ThreeUnits.register(jdbi);
        String answer = """
                {"values":[{"kpi":"N15418","municipality":"0180","period":2024,\
                "values":[{"gender":"T","value":66.6,"isdeleted":false},{"gender":"K","value":70,"isdeleted":false}]}],"count":1}""";
        uploaded("/v1/imports?source=kolada", "application/json", answer);

        JsonPath job = uploaded(
                "/v1/imports?source=kolada",
                "application/json",
                answer.replace("66.6,\"isdeleted\":false", "66.6,\"isdeleted\":true"));

        assertThat(job.getMap("report.observations"))
                .isEqualTo(Map.of("inserted", 0, "changed", 0, "unchanged", 1, "withdrawn", 1));
        assertThat(observations("sex = 'T' and superseded_by is null")).containsExactly("0180 withdrawn");
    }

    @Test
    void aFileThatIsNotCompleteWithdrawsNothing() {
        imported(A + B, "");

        JsonPath job = imported(A, "");

        assertThat(job.getInt("report.observations.withdrawn")).isZero();
        assertThat(current()).containsExactly("10000001 200 normal", "10000002 220 normal");
    }

    @Test
    void aFigureThatComesBackSupersedesTheWithdrawnOne() {
        imported(A + B, "");
        imported(A, "&complete=true");

        JsonPath back = imported(A + B, "&complete=true");

        assertThat(back.getMap("report.observations"))
                .isEqualTo(Map.of("inserted", 0, "changed", 1, "unchanged", 1, "withdrawn", 0));
        assertThat(current()).containsExactly("10000001 200 normal", "10000002 220 normal");
    }

    @Test
    void whatIsWithdrawnIsNotWithdrawnAgain() {
        imported(A + B, "");
        imported(A, "&complete=true");

        JsonPath again = imported(A, "&complete=true");

        assertThat(again.getMap("report.observations"))
                .isEqualTo(Map.of("inserted", 0, "changed", 0, "unchanged", 1, "withdrawn", 0));
        assertThat(again.getString("report.number")).isNull();
    }

    @Test
    void aFileWithFaultyLinesWithdrawsNothingAndSaysSo() {
        imported(A + B, "");

        JsonPath job = imported(A + B.replace("220", "many"), "&complete=true&mode=lenient");

        assertThat(job.getInt("report.observations.withdrawn")).isZero();
        assertThat(job.getBoolean("report.complete")).isFalse();
        assertThat(job.getString("report.notWithdrawn")).startsWith("Lines with faults were left out");
        assertThat(current()).containsExactly("10000001 200 normal", "10000002 220 normal");
    }

    @Test
    void aFileThatIsRefusedSaysNothingOfWhatItWouldHaveWithdrawn() {
        JsonPath job =
                uploaded("/v1/imports?source=csv&complete=true", "text/csv", HEADER + A + B.replace("220", "many"));

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getString("report.notWithdrawn")).isNull();
    }

    @Test
    void aValueOfWithdrawnFiguresTellsItAndWhichImportWithdrewThem() {
        imported(A + B + C, "");
        imported(A + B, "&complete=true");
        released();

        JsonPath provenance = given().get(
                        "/v1/values/latest:MERIT:school-unit:10000003:2024-25:T:grundskola/provenance")
                .jsonPath();

        assertThat(provenance.getString("value.status")).isEqualTo("withdrawn");
        assertThat(provenance.getString("explanation")).endsWith("the source has withdrawn what it had published.");
        assertThat(provenance.getList("items.status")).isEqualTo(List.of("withdrawn"));
        assertThat(provenance.getInt("items[0].importNumber")).isEqualTo(2);
        assertThat(provenance.getInt("items[0].line")).isZero();
    }

    private static JsonPath imported(String rows, String more) {
        JsonPath job = uploaded("/v1/imports?source=csv" + more, "text/csv", HEADER + rows);
        assertThat(job.getString("state")).isEqualTo("completed");
        return job;
    }

    private List<String> current() {
        return observations("superseded_by is null");
    }

    private List<String> observations(String which) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select concat_ws(' ', area, value, status) from observation where " + which + " order by 1")
                .mapTo(String.class)
                .list());
    }
}
