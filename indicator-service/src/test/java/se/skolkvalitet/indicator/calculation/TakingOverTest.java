package se.skolkvalitet.indicator.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.calculated;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.uploaded;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** What a calculation takes over from the one before it, by its report. All figures are made up. */
@QuarkusTest
class TakingOverTest {
    @Inject
    Jdbi jdbi;

    @BeforeEach
    void register() throws IOException {
        ThreeUnits.registerWithEditionOfCsv(jdbi);
        imported("""
                measure,level,area,period,school_form,value
                gr.pupils,school-unit,10000001,2022/23,grundskola,60
                gr.pupils,school-unit,10000002,2022/23,grundskola,60
                """);
        imported("2022/23", 200);
        imported("2023/24", 210);
    }

    @Test
    void theFirstTakesOverNothing() {
        assertThat(calculated().getMap("report.takenOver")).isNull();
    }

    @Test
    void aNewPeriodLeavesTheOthersAsTheyAre() {
        JsonPath first = calculated();
        imported("2024/25", 220);

        JsonPath second = calculated();

        assertThat(second.getLong("report.takenOver.calculation")).isEqualTo(first.getLong("report.number"));
        assertThat(second.getLong("report.takenOver.values")).isEqualTo(values(first.getLong("report.number")));
        assertThat(value(second, "2024/25")).isEqualTo("220.0");
        assertThat(value(second, "2023/24")).isEqualTo("210.0");
        assertThat(value(second, "2022/23..2024/25")).isEqualTo("210.0");
    }

    @Test
    void aFigureThatIsCorrectedChangesWhatFollowsFromIt() {
        calculated();
        imported("2023/24", 230);

        JsonPath second = calculated();

        assertThat(second.getLong("report.takenOver.values")).isPositive();
        assertThat(value(second, "2023/24")).isEqualTo("230.0");
        assertThat(value(second, "2022/23")).isEqualTo("200.0");
    }

    @Test
    void theSameFileOnceMoreIsTheSameCalculation() {
        JsonPath first = calculated();
        imported("2023/24", 210);

        JsonPath second = calculated();

        assertThat(second.getBoolean("report.reused")).isTrue();
        assertThat(second.getLong("report.number")).isEqualTo(first.getLong("report.number"));
        assertThat(second.getMap("report.takenOver")).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            another kind of an organiser      | update organiser set kind = 'region' where org_number = '2120000142'
            a county no longer whole          | update county set whole_on = null
            other grades since nobody knows when | insert into unit_grades values ('10000001', 'grundskola', '{1}')
            """)
    void whatMayChangeAllIsAllMadeAnew(String change, String sql) {
        calculated();
        jdbi.useHandle(handle -> handle.execute(sql));

        assertThat(calculated().getLong("report.takenOver.values")).isZero();
    }

    @Test
    void aTakeoverOfAUnitLeavesPeriodsBeforeItAsTheyAre() {
        JsonPath first = calculated();
        jdbi.useHandle(handle -> {
            handle.execute("update membership set valid = '(,2023-07-01)' where unit = '10000001'");
            handle.execute("insert into membership values ('10000001', '5560360793', '[2023-07-01,)')");
        });

        JsonPath second = calculated();

        assertThat(second.getLong("report.takenOver.values")).isEqualTo(jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from value where calculation = ? and period = '2022/23'")
                .bind(0, first.getLong("report.number"))
                .mapTo(Long.class)
                .one()));
        assertThat(units(first, "2023/24")).isEqualTo(2);
        assertThat(units(second, "2023/24")).isEqualTo(1);
        assertThat(units(second, "2022/23")).isEqualTo(2);
    }

    /** Another weight changes the periods before it, too. */
    @Test
    void aLatestWeightTouchesAllPeriods() {
        calculated();
        imported("""
                measure,level,area,period,school_form,value
                gr.pupils,school-unit,10000001,2024/25,grundskola,120
                """);

        assertThat(calculated().getLong("report.takenOver.values")).isZero();
    }

    /** Of what an earlier version calculated it is not known how it was defined. */
    @Test
    void nothingIsTakenOverFromACalculationThatDoesNotTellHowItWasMade() {
        calculated();
        jdbi.useHandle(handle -> handle.execute("delete from calculated_definition"));
        imported("2024/25", 220);

        assertThat(calculated().getMap("report.takenOver")).isNull();
    }

    private static void imported(String period, int merit) {
        imported("""
                measure,level,area,period,school_form,value
                gr.merit,school-unit,10000001,%1$s,grundskola,%2$d
                gr.merit,school-unit,10000002,%1$s,grundskola,%2$d
                """.formatted(period, merit));
    }

    private static void imported(String file) {
        assertThat(uploaded("/v1/imports?source=csv", "text/csv", file).getString("state"))
                .isEqualTo("completed");
    }

    private String value(JsonPath calculation, String period) {
        return ofOrganiser("value::text", calculation, period);
    }

    private int units(JsonPath calculation, String period) {
        return Integer.parseInt(ofOrganiser("units::text", calculation, period));
    }

    private String ofOrganiser(String column, JsonPath calculation, String period) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + column + " from value"
                        + " where calculation = :calculation and period = :period and indicator = 'MERIT'"
                        + " and level = 'organiser' and area = '2120000142' and sex = 'T'")
                .bind("calculation", calculation.getLong("report.number"))
                .bind("period", period)
                .mapTo(String.class)
                .one());
    }

    private long values(long calculation) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from value where calculation = :calculation")
                        .bind("calculation", calculation)
                        .mapTo(Long.class)
                        .one());
    }
}
