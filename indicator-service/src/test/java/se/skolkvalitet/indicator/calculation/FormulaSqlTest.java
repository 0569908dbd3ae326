package se.skolkvalitet.indicator.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.formula.Formula;

/** Each form of formula over the figures of two units of one organiser, worked out by hand. */
@QuarkusTest
class FormulaSqlTest {
    private static final String PERIOD = "2024/25";

    @Inject
    Jdbi jdbi;

    /** What a formula gave for the organiser. */
    public record Result(BigDecimal value, String status, Integer units, Integer unitsWithValue) {}

    @ParameterizedTest(name = "{0} = {1}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        sum(t.passed)                                      | 38      | normal         | 8 + 30
        share(t.passed, t.pupils)                          | 38      | normal         | 38 / 100
        ratio(t.pupils, t.passed)                          | 2.6316  | normal         | 100 / 38
        ratio(t.passed + t.late, t.pupils per 1000)        | 500     | normal         | (8 + 2 + 30 + 10) / 100
        share(t.passed, t.pupils + t.late)                 | 33.9286 | normal         | 38 / (20 + 2 + 80 + 10)
        mean(t.merit weight t.pupils)                      | 232     | estimated      | (200 * 20 + 240 * 80) / 100
        harmonic(t.per-teacher weight t.pupils)            | 14.2857 | estimated      | 100 / (20 / 10 + 80 / 16)
        sum(t.passed) / sum(t.pupils) * 100                | 38      | normal         | 38 / 100 * 100
        (1 / 2 + 1) * sum(t.passed) / (7 - 4)              | 19      | normal         | 1.5 * 38 / 3
        100 - share(t.passed, t.pupils)                    | 62      | normal         | 100 - 38
        sum(t.pupils) - sum(t.passed) - sum(t.late)        | 50      | normal         | 100 - 38 - 12
        sum(t.pupils) - (sum(t.passed) - sum(t.late))      | 74      | normal         | 100 - (38 - 12)
        difference(mean(t.merit weight t.pupils), mean(t.merit weight t.passed)) | 0.4211 | estimated | 232 - (200 * 8 + 240 * 30) / 38
        sum(t.passed) / (sum(t.late) - sum(t.late))        |         | not-applicable | by nothing
        spread(mean(t.merit weight t.pupils) weight t.pupils) | 16   | estimated      | root of (20 * 32 * 32 + 80 * 8 * 8) / 100
        gap(share(t.passed, t.pupils), [sex F], [sex M])   | 24      | normal         | 25 / 50 - 13 / 50, in percent
        share(t.passed[sex F], t.passed)                   | 65.7895 | normal         | 25 / 38
        sum(t.passed[grade 9])                             | 21      | normal         | 6 + 15
        """)
    void givesWhatTheFormulaSays(String formula, BigDecimal value, String status, String arithmetic) {
        Result result = result(formula);

        assertThat(result.status()).isEqualTo(status);
        assertThat(rounded(result.value())).isEqualTo(rounded(value));
        assertThat(result.units()).isEqualTo(2);
    }

    @Test
    void aSumOfCountsOfWhichAUnitLacksOneIsNone() {
        Result result = result("ratio(t.passed + t.only-first, t.pupils)");

        assertThat(result.unitsWithValue()).isEqualTo(1);
        assertThat(rounded(result.value())).isEqualTo(rounded(new BigDecimal("0.45")));
    }

    @Test
    void oneUnitAloneHasNoSpread() {
        Result result = result("spread(reported(t.single) weight t.pupils)");

        assertThat(result).isEqualTo(new Result(null, "missing", 1, 1));
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value == null ? null : value.setScale(4, RoundingMode.HALF_UP);
    }

    private Result result(String formula) {
        return jdbi.inTransaction(handle -> {
            figures(handle);
            String sql = FormulaSql.of(Formula.parse(formula), false);
            return handle.createQuery("select value, status, units, units_with_value from (" + sql
                            + ") as calculated where level = 'organiser' and period = '" + PERIOD + "'")
                    .mapTo(Result.class)
                    .one();
        });
    }

    private static void figures(Handle handle) {
        handle.execute("create temporary table unit_area (unit text, level text, area text) on commit drop");
        handle.execute("insert into unit_area values ('A', 'school-unit', 'A'), ('B', 'school-unit', 'B'),"
                + " ('A', 'organiser', 'X'), ('B', 'organiser', 'X')");
        handle.execute("create temporary table input (unit text, measure text, period text, sex text, grade text,"
                + " programme text, value numeric, status text) on commit drop");
        add(handle, "t.pupils", "T", "", "20", "80");
        add(handle, "t.pupils", "F", "", "10", "40");
        add(handle, "t.pupils", "M", "", "10", "40");
        add(handle, "t.passed", "T", "", "8", "30");
        add(handle, "t.passed", "F", "", "5", "20");
        add(handle, "t.passed", "M", "", "3", "10");
        add(handle, "t.passed", "T", "9", "6", "15");
        add(handle, "t.late", "T", "", "2", "10");
        add(handle, "t.merit", "T", "", "200", "240");
        add(handle, "t.per-teacher", "T", "", "10", "16");
        add(handle, "t.only-first", "T", "", "1", null);
        add(handle, "t.single", "T", "", "200", null);
    }

    /** A figure of unit A and one of B; null where there is none. */
    private static void add(Handle handle, String measure, String sex, String grade, String first, String second) {
        String insert = "insert into input values (?, ?, '" + PERIOD + "', ?, ?, '', ?, 'normal')";
        handle.execute(insert, "A", measure, sex, grade, new BigDecimal(first));
        if (second != null) {
            handle.execute(insert, "B", measure, sex, grade, new BigDecimal(second));
        }
    }
}
