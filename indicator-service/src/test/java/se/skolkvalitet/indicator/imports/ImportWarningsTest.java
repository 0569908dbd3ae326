package se.skolkvalitet.indicator.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.uploaded;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** What an import finds odd in the figures of a file. All figures are made up. */
@QuarkusTest
class ImportWarningsTest {
    private static final String HEADER = "measure,level,area,school_form,period,sex,value,low,high,status\n";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void register() throws IOException {
        ThreeUnits.registerWithEditionOfCsv(jdbi);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        gr.pupils   | 80                  | 40                  | 40        | none
        gr.pupils   | 80                  | 40                  | 39        | 2 gr.pupils sum-of-sexes
        gr.pupils   | 80                  | 40                  | 41        | 2 gr.pupils sum-of-sexes
        gr.pupils   | 80,75,85,rounded    | 40                  | 45        | none
        gr.pupils   | 80,75,85,rounded    | 40                  | 46        | 2 gr.pupils sum-of-sexes
        gr.pupils   | 80,75,85,rounded    | 40                  | 35        | none
        gr.pupils   | 80,75,85,rounded    | 40                  | 34        | 2 gr.pupils sum-of-sexes
        gr.pupils   | 80                  | 40,35,45,rounded    | 35        | none
        gr.pupils   | 80                  | 40,35,45,rounded    | 34        | 2 gr.pupils sum-of-sexes
        gr.pupils   | 80,,,rounded        | 40                  | 60        | none
        gr.pupils   | 80                  | 80                  | ,,,withheld | none
        gr.pupils   | 80                  | 81                  | ,,,withheld | 2 gr.pupils sum-of-sexes
        gr.pupils   | 80                  | ,,,missing          | 81        | 2 gr.pupils sum-of-sexes
        gr.pupils   | ,,,withheld         | 40                  | 40        | none
        gr.pupils   | 7.6                 | 3.3                 | 4.4       | none
        gr.pupils   | 7.5                 | 3.3                 | 4.4       | 2 gr.pupils sum-of-sexes
        gr.merit    | 200                 | 190.5               | 210       | none
        gr.merit    | 210.1               | 190.5               | 210       | none
        gr.merit    | 210.2               | 190.5               | 210       | 2 gr.merit range-of-sexes
        gr.merit    | 190.4               | 190.5               | 210       | none
        gr.merit    | 190.3               | 190.5               | 210       | 2 gr.merit range-of-sexes
        gr.merit    | 300                 | 190.5               | ,,,withheld | none
        gr.eligible | 100,60,100,rounded  | 70.5                | 80.1      | none
        gr.eligible | 100,81,100,rounded  | 70.5                | 80.1      | 2 gr.eligible range-of-sexes
        """)
    void figuresOfAllGirlsAndBoysGoTogether(String measure, String all, String girls, String boys, String expected) {
        JsonPath job = imported(row(measure, "2024/25", "T", all)
                + row(measure, "2024/25", "F", girls)
                + row(measure, "2024/25", "M", boys));

        assertThat(warnings(job)).isEqualTo(expected.equals("none") ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        gr.eligible | 2023/24 | 60    | 2024/25 | 90                 | none
        gr.eligible | 2023/24 | 60    | 2024/25 | 90.1               | 3 gr.eligible jump
        gr.eligible | 2023/24 | 90.1  | 2024/25 | 60                 | 3 gr.eligible jump
        gr.eligible | 2023/24 | 65    | 2024/25 | 100,60,100,rounded | none
        gr.eligible | 2023/24 | 29.9  | 2024/25 | 100,60,100,rounded | 3 gr.eligible jump
        gr.pupils   | 2023/24 | 20    | 2024/25 | 40                 | none
        gr.pupils   | 2023/24 | 20    | 2024/25 | 41                 | 3 gr.pupils jump
        gr.pupils   | 2023/24 | 40    | 2024/25 | 20                 | none
        gr.pupils   | 2023/24 | 41    | 2024/25 | 20                 | 3 gr.pupils jump
        gr.pupils   | 2023/24 | 0     | 2024/25 | 19                 | none
        gr.pupils   | 2023/24 | 0     | 2024/25 | 20                 | 3 gr.pupils jump
        gr.pupils   | 2023/24 | 20    | 2024/25 | ,,,withheld        | none
        gr.merit    | 2023/24 | 100   | 2024/25 | 200                | none
        gr.merit    | 2023/24 | 100   | 2024/25 | 200.1              | 3 gr.merit jump
        gr.merit    | 2023/24 | 0     | 2024/25 | 5                  | none
        gr.pupils   | 1999/00 | 20    | 2000/01 | 41                 | 3 gr.pupils jump
        gr.pupils   | 2022/23 | 20    | 2024/25 | 41                 | none
        gr.staff    | 2023    | 20    | 2024    | 41                 | 3 gr.staff jump
        gr.staff    | 2022    | 20    | 2024    | 41                 | none
        """)
    void aFigureIsNotFarFromThatOfThePeriodBefore(
            String measure, String before, String value, String now, String other, String expected) {
        JsonPath job = imported(row(measure, before, "T", value) + row(measure, now, "T", other));

        assertThat(warnings(job)).isEqualTo(expected.equals("none") ? List.of() : List.of(expected));
    }

    @Test
    void thePeriodBeforeMayBeKnownFromAnEarlierFile() {
        imported(row("gr.pupils", "2023/24", "T", "20"));

        JsonPath job = imported(row("gr.pupils", "2024/25", "T", "41"));

        assertThat(warnings(job)).containsExactly("2 gr.pupils jump");
        assertThat(job.getString("report.warnings[0].message"))
                .isEqualTo("gr.pupils of unit 10000001 for 2024/25: 41, after 20 in 2023/24.");
    }

    @Test
    void aFigureOfThePeriodBeforeThatTheFileCorrectsIsTakenAsItIsNow() {
        imported(row("gr.pupils", "2023/24", "T", "20"));

        JsonPath job = imported(row("gr.pupils", "2023/24", "T", "21") + row("gr.pupils", "2024/25", "T", "42"));

        assertThat(warnings(job)).isEmpty();
    }

    @Test
    void girlsAreNotHeldAgainstBoysOfTheYearBefore() {
        JsonPath job = imported(row("gr.pupils", "2023/24", "M", "20") + row("gr.pupils", "2024/25", "F", "90"));

        assertThat(warnings(job)).isEmpty();
    }

    @Test
    void allOfThemAreToldInTheOrderOfTheFileAndPageByPage() {
        JsonPath job = imported(row("gr.pupils", "2024/25", "T", "80")
                + row("gr.merit", "2024/25", "T", "100")
                + row("gr.pupils", "2024/25", "F", "81")
                + row("gr.merit", "2023/24", "T", "250")
                + row("gr.pupils", "2023/24", "T", "300"));

        assertThat(job.getInt("report.warningCount")).isEqualTo(3);
        assertThat(job.getList("report.warnings.field"))
                .isEqualTo(List.of("line 2: gr.pupils", "line 2: gr.pupils", "line 3: gr.merit"));
        assertThat(warnings(job)).containsExactly("2 gr.pupils jump", "2 gr.pupils sum-of-sexes", "3 gr.merit jump");
        JsonPath first = given().get("/v1/imports/{id}/warnings?limit=1", job.getString("id"))
                .jsonPath();
        assertThat(first.getList("items.rule")).isEqualTo(List.of("jump"));
        assertThat(first.getString("next")).isNotNull();
    }

    @Test
    void theyAreNoFaults() {
        JsonPath job = imported(row("gr.pupils", "2024/25", "T", "80") + row("gr.pupils", "2024/25", "F", "81"));

        assertThat(job.getInt("report.faultCount")).isZero();
        assertThat(given().get("/v1/imports/{id}/faults", job.getString("id"))
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    private static JsonPath imported(String rows) {
        JsonPath job = uploaded("/v1/imports?source=csv", "text/csv", HEADER + rows);
        assertThat(job.getString("state")).isEqualTo("completed");
        return job;
    }

    /** @param figure value, low, high and status, of which the last may be left out */
    private static String row(String measure, String period, String sex, String figure) {
        String all = figure
                + ",".repeat(3 - (int) figure.chars().filter(c -> c == ',').count());
        return "%s,school-unit,10000001,grundskola,%s,%s,%s\n".formatted(measure, period, sex, all);
    }

    private static List<String> warnings(JsonPath job) {
        return given().get("/v1/imports/{id}/warnings", job.getString("id"))
                .jsonPath()
                .getList("items.collect { it.line + ' ' + it.field + ' ' + it.rule }");
    }
}
