package se.skolkvalitet.indicator.imports;

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
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** SALSA and the school survey, from an uploaded file to observations. All figures are made up. */
@QuarkusTest
class SkolverketImportTest {
    @Inject
    Jdbi jdbi;

    @BeforeEach
    void register() throws IOException {
        ThreeUnits.register(jdbi);
    }

    @Test
    void salsaOfAllUnitsIsReadUnitByUnit() {
        JsonPath job = uploaded("/v1/imports?source=skolverket-salsa&mode=lenient", "application/json", """
                {"status":"OK","message":"Success","body":{"compulsorySchoolUnitSalsaMetricList":[
                  {"schoolUnitCode":"10000001","salsaAverageGradesIn9thGradeDeviation":{"value":"-20","valueType":"EXISTS"}},
                  {"schoolUnitCode":"99999999","salsaAverageGradesIn9thGradeDeviation":{"value":"1","valueType":"EXISTS"}},
                  null,
                  {"schoolUnitCode":"10000003","salsaAverageGradesIn9thGradeDeviation":{"value":"15","valueType":"EXISTS"}}
                ],"timePeriod":"2024/25"}}""");

        assertThat(job.getString("state")).isEqualTo("completed");
        assertThat(job.getLong("report.lines")).isEqualTo(4);
        assertThat(job.getList("report.faults.field")).containsExactly("line 2: schoolUnit");
        assertThat(current())
                .containsExactly("10000001 gr.salsa-merit-deviation -20", "10000003 gr.salsa-merit-deviation 15");
    }

    /** 213 and 233 may have been 213.4 and 232.6: a deviation of -19 is possible, one of -18 is not. */
    @ParameterizedTest
    @CsvSource({"-20, 0", "-21, 0", "-19, 0", "-18, 1", "-22, 1", "20, 1"})
    void aDeviationIsTheActualFigureLessTheCalculatedOne(String deviation, int warnings) {
        JsonPath job = uploaded("/v1/imports?source=skolverket-salsa", "application/json", """
                {"compulsorySchoolUnitSalsaMetricList":[
                  {"schoolUnitCode":"10000002","salsaAverageCalculated":{"value":"100","valueType":"EXISTS"}},
                  {"schoolUnitCode":"10000001","salsaAverageGradesIn9thGradeActual":{"value":"213","valueType":"EXISTS"},
                   "salsaAverageCalculated":{"value":"233","valueType":"EXISTS"},
                   "salsaAverageGradesIn9thGradeDeviation":{"value":"%s","valueType":"EXISTS"}}
                ],"timePeriod":"2024/25"}""".formatted(deviation));

        assertThat(job.getInt("report.warningCount")).isEqualTo(warnings);
        assertThat(job.getMap("report.warningRules")).isEqualTo(warnings == 0 ? Map.of() : Map.of("difference", 1));
        assertThat(job.getList("report.warnings.message", String.class))
                .allMatch(text -> text.equals("gr.salsa-merit-deviation of unit 10000001 for 2024/25: " + deviation
                        + " is not 213 of gr.salsa-merit-actual less 233 of gr.salsa-merit-calculated."));
    }

    @Test
    void whatTheEditionDoesNotFollowIsNamed() {
        JsonPath job = uploaded("/v1/imports?source=skolverket-salsa&mode=lenient", "application/json", """
                {"compulsorySchoolUnitSalsaMetricList":[
                  {"schoolUnitCode":"10000001","salsaNew":{"value":"1","valueType":"EXISTS"},
                   "salsaAverageCalculated":{"value":"233","valueType":"EXISTS"}},
                  {"schoolUnitCode":"99999998","salsaAverageCalculated":{"value":"233","valueType":"EXISTS"}},
                  {"schoolUnitCode":"99999999","salsaAverageCalculated":{"value":"233","valueType":"EXISTS"}}
                ],"timePeriod":"2024/25"}""");

        assertThat(job.getList("report.passedOver")).isEqualTo(List.of("salsaNew"));
        assertThat(job.getMap("report.faultRules")).isEqualTo(Map.of("unknown", 2));
    }

    @Test
    void aLineOfTheSurveySaysBesideTheAnswerWhatThatDoesNot() {
        JsonPath job = uploaded("/v1/imports?source=skolverket-school-survey", "application/x-ndjson", """
                {"survey":"pupilsgr","schoolUnit":"10000001","status":"OK","message":"","body":{"schoolYearMetrics":[\
                {"schoolUnitCode":"10000001","schoolYear":"ak8","semester":"VT26","securityMetrics":{"average":"8,6"}}]}}
                {"survey":"custodiansgr","schoolUnit":"10000001","status":"OK","message":"","body":{\
                "semester":"VT26","noOfAnswers":"292","securityMetrics":{"average":"8,8"},"supportMetrics":{"average":"-"}}}
                """);

        assertThat(job.getString("state")).isEqualTo("completed");
        assertThat(current())
                .containsExactly(
                        "10000001 gr.guardians-answers 292",
                        "10000001 gr.guardians-safety 8.8",
                        "10000001 gr.guardians-support withheld",
                        "10000001 gr.survey-safety-8 8.6");
    }

    private List<String> current() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select concat_ws(' ', area, measure, coalesce(value::text, status))"
                                + " from observation where superseded_by is null order by 1")
                        .mapTo(String.class)
                        .list());
    }
}
