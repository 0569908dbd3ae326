package se.skolkvalitet.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaCheckTest {
    private static final Set<String> GR = Set.of("gr");
    private static final Set<Integer> ALL_GRADES = Set.of();
    private static final Map<String, MeasureFacts> MEASURES = Map.of(
            "gr.pupils", new MeasureFacts(MeasureKind.COUNT, Unit.NUMBER, PeriodKind.SCHOOL_YEAR, GR, ALL_GRADES),
            "gr.passed", new MeasureFacts(MeasureKind.COUNT, Unit.NUMBER, PeriodKind.SCHOOL_YEAR, GR, ALL_GRADES),
            "gr.rate", new MeasureFacts(MeasureKind.SHARE, Unit.PERCENT, PeriodKind.SCHOOL_YEAR, GR, ALL_GRADES),
            "gr.merit", new MeasureFacts(MeasureKind.AVERAGE, Unit.POINTS, PeriodKind.SCHOOL_YEAR, GR, ALL_GRADES),
            "gr.per-teacher", new MeasureFacts(MeasureKind.AVERAGE, Unit.RATIO, PeriodKind.SCHOOL_YEAR, GR, ALL_GRADES),
            "gr.note", new MeasureFacts(MeasureKind.TEXT, Unit.NUMBER, PeriodKind.SCHOOL_YEAR, GR, ALL_GRADES),
            "gr.cost", new MeasureFacts(MeasureKind.COUNT, Unit.NUMBER, PeriodKind.CALENDAR_YEAR, GR, ALL_GRADES),
            "fth.pupils",
                    new MeasureFacts(MeasureKind.COUNT, Unit.NUMBER, PeriodKind.SCHOOL_YEAR, Set.of("fth"), ALL_GRADES),
            "gr.passed-6-9",
                    new MeasureFacts(MeasureKind.SHARE, Unit.PERCENT, PeriodKind.SCHOOL_YEAR, GR, Set.of(6, 9)),
            "both.pupils",
                    new MeasureFacts(
                            MeasureKind.COUNT, Unit.NUMBER, PeriodKind.SCHOOL_YEAR, Set.of("gr", "fth"), ALL_GRADES));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        sum(gr.pupils)                                                      | NUMBER  | TOTAL
        sum(gr.pupils) + sum(gr.passed)                                     | NUMBER  | TOTAL
        sum(gr.pupils) - sum(gr.passed)                                     | NUMBER  | TOTAL
        sum(gr.pupils) * 2                                                  | NUMBER  | TOTAL
        reported(gr.pupils)                                                 | NUMBER  | TOTAL
        reported(gr.rate)                                                   | PERCENT | SHARE
        share(gr.passed, gr.pupils)                                         | PERCENT | SHARE
        100 - share(gr.passed, gr.pupils)                                   | PERCENT | SHARE
        50 - share(gr.passed, gr.pupils)                                    | PERCENT | DIFFERENCE
        share(gr.passed, gr.pupils) - 50                                    | PERCENT | DIFFERENCE
        100 - ratio(gr.passed, gr.pupils per 100)                           | PERCENT | RATIO
        reported(gr.merit) + 10                                             | POINTS  | AVERAGE
        reported(gr.merit) + mean(gr.merit weight gr.pupils)                | POINTS  | RATIO
        ratio(gr.passed, gr.pupils per 100)                                 | PERCENT | RATIO
        ratio(gr.passed, gr.pupils)                                         | RATIO   | RATIO
        100 * ratio(gr.passed, gr.pupils)                                   | PERCENT | RATIO
        mean(gr.rate weight gr.pupils)                                      | PERCENT | SHARE
        mean(gr.merit weight gr.cost latest)                                | POINTS  | AVERAGE
        harmonic(gr.per-teacher weight gr.pupils)                           | RATIO   | RATIO
        difference(reported(gr.merit), mean(gr.merit weight gr.pupils))     | POINTS  | DIFFERENCE
        gap(share(gr.passed, gr.pupils), [sex F], [sex M])                  | PERCENT | DIFFERENCE
        gap(mean(gr.merit weight gr.pupils), [grade 6], [grade 9])          | POINTS  | DIFFERENCE
        spread(mean(gr.merit weight gr.pupils) weight gr.pupils)            | POINTS  | SPREAD
        spread(reported(gr.merit) weight gr.pupils) - spread(reported(gr.merit) weight gr.passed) | POINTS | DIFFERENCE
        mean(gr.merit weight gr.pupils) / 2                                 | POINTS  | AVERAGE
        share(gr.passed, gr.pupils) / 2                                     | RATIO   | RATIO
        """)
    void infersWhatAFormulaGives(String text, Unit unit, Quantity.Kind kind) {
        IndicatorFacts indicator = new IndicatorFacts(unit, PeriodKind.SCHOOL_YEAR, GR);

        assertThat(FormulaCheck.faults(text, indicator, FormulaCheckTest::measure))
                .isEmpty();
        assertThat(FormulaCheck.quantity(text, indicator, FormulaCheckTest::measure)
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void aFaultTellsItsPartOfTheTextAsItIsWritten() {
        IndicatorFacts indicator = new IndicatorFacts(Unit.PERCENT, PeriodKind.SCHOOL_YEAR, GR);

        assertThat(FormulaCheck.faults("mean(gr.rate weight gr.pupils) + 50", indicator, FormulaCheckTest::measure))
                .extracting(FormulaFault::message)
                .containsExactly("mean(gr.rate weight gr.pupils) + 50 is no percentage of anything");
    }

    @Test
    void aFormulaThatMayPassAHundredSaysHowFar() {
        IndicatorFacts indicator = new IndicatorFacts(Unit.PERCENT, PeriodKind.SCHOOL_YEAR, GR);

        assertThat(FormulaCheck.faults(
                        "share(gr.passed, gr.pupils) - (50 - reported(gr.rate))", indicator, FormulaCheckTest::measure))
                .extracting(FormulaFault::message)
                .containsExactly("the formula gives from -50 to 150 percent");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ratio(gr.passed, gr.pupils)                              | PERCENT | 1:1 unit
        ratio(gr.passed, gr.pupils per 1000)                     | PERCENT | 1:1 unit
        mean(gr.merit weight gr.pupils)                          | PERCENT | 1:1 unit
        ratio(gr.passed, gr.pupils) * 10                         | PERCENT | 1:1 unit
        100 * (sum(gr.passed) / sum(gr.pupils))                  | PERCENT | 1:8 ratio-of-totals
        share(gr.passed, gr.pupils) * 100                        | PERCENT | 1:1 unit
        1 + 1                                                    | NUMBER  | 1:1 no-measure
        sum(gr.rate)                                             | NUMBER  | 1:5 only-counts-add-up
        share(gr.rate, gr.pupils)                                | PERCENT | 1:7 only-counts-add-up
        ratio(gr.passed + gr.merit, gr.pupils)                   | RATIO   | 1:19 only-counts-add-up
        mean(gr.pupils weight gr.pupils)                         | NUMBER  | 1:6 no-mean-of-counts
        mean(gr.rate weight gr.merit)                            | PERCENT | 1:21 only-counts-add-up
        harmonic(gr.rate weight gr.pupils)                       | PERCENT | 1:1 only-ratios-are-harmonic
        reported(gr.note)                                        | NUMBER  | 1:10 not-a-number
        reported(gr.none)                                        | NUMBER  | 1:10 unknown-measure
        sum(gr.cost)                                             | NUMBER  | 1:5 period-kind
        mean(gr.rate weight gr.cost)                             | PERCENT | 1:21 period-kind
        sum(fth.pupils)                                          | NUMBER  | 1:5 school-form
        share(fth.pupils, gr.pupils)                             | PERCENT | 1:7 school-form
        share(both.pupils[form gy], gr.pupils)                   | PERCENT | 1:7 school-form
        mean(gr.rate weight gr.pupils) + mean(gr.merit weight gr.pupils) | PERCENT | 1:1 unlike
        share(gr.passed, gr.pupils) + share(gr.passed, gr.pupils) | PERCENT | 1:1 unlike
        reported(gr.rate) + 50                                   | PERCENT | 1:1 unlike
        reported(gr.rate) - (0 - 50)                             | PERCENT | 1:1 percent
        share(gr.passed, gr.pupils) - (50 - share(gr.passed, gr.pupils)) | PERCENT | 1:1 percent
        mean(gr.rate weight gr.pupils) - 120                     | PERCENT | 1:1 percent
        sum(gr.pupils) + 1                                       | NUMBER  | 1:1 unlike
        sum(gr.pupils) * sum(gr.pupils)                          | NUMBER  | 1:1 unlike
        sum(gr.pupils) / share(gr.passed, gr.pupils)             | RATIO   | 1:1 unlike
        gap(sum(gr.pupils), [sex F], [sex M])                    | NUMBER  | 1:5 only-levels-have-gaps
        spread(sum(gr.pupils) weight gr.pupils)                  | NUMBER  | 1:8 only-levels-spread
        sum(gr.pupils) / 0                                       | NUMBER  | 1:18 zero
        sum(gr.pupils) * (1 / (2 - 2))                           | NUMBER  | 1:23 zero
        sum(gr.pupils) / (1 / 0)                                 | NUMBER  | 1:23 zero
        spread(spread(reported(gr.merit) weight gr.pupils) weight gr.pupils) | POINTS | 1:8 spread-of-spreads
        spread(2 * spread(reported(gr.merit) weight gr.pupils) weight gr.pupils) | POINTS | 1:12 spread-of-spreads
        gap(share(gr.passed[sex F], gr.pupils), [sex F], [sex M]) | PERCENT | 1:20 selection
        mean(gr.passed-6-9[grade 3] weight gr.pupils[grade 3])   | PERCENT | 1:6 grade
        mean(gr.passed-6-9[grade 09] weight gr.pupils)           | PERCENT | 1:6 grade
        mean(gr.rate weight gr.pupils) - reported(gr.passed-6-9[grade 0]) | PERCENT | 1:43 grade
        gap(mean(gr.passed-6-9 weight gr.pupils), [grade 3], [grade 9]) | PERCENT | 1:10 grade
        gap(gap(reported(gr.passed-6-9), [sex F], [sex M]), [grade 9], [grade 3]) | PERCENT | 1:18 grade
        """)
    void tellsWhatIsWrongAndWhere(String text, Unit unit, String fault) {
        List<FormulaFault> faults = FormulaCheck.faults(
                text, new IndicatorFacts(unit, PeriodKind.SCHOOL_YEAR, GR), FormulaCheckTest::measure);

        assertThat(faults)
                .extracting(one -> one.line() + ":" + one.column() + " " + one.rule())
                .containsExactly(fault);
    }

    @Test
    void tellsAllAtOnceInTheOrderOfTheText() {
        List<FormulaFault> faults = FormulaCheck.faults(
                "share(gr.none, gr.rate)\n + mean(gr.pupils weight gr.cost)",
                new IndicatorFacts(Unit.PERCENT, PeriodKind.SCHOOL_YEAR, GR),
                FormulaCheckTest::measure);

        assertThat(faults)
                .extracting(FormulaFault::toString)
                .containsExactly(
                        "line 1, column 7: there is no measure 'gr.none'",
                        "line 1, column 16: 'gr.rate' is a share and cannot be added up",
                        "line 2, column 9: 'gr.pupils' is a count, which is added up and not averaged",
                        "line 2, column 26: 'gr.cost' is per calendar-year, the indicator per school-year");
    }

    @Test
    void anotherSchoolFormIsMeantWhereTheFormulaSaysSo() {
        List<FormulaFault> faults = FormulaCheck.faults(
                "share(fth.pupils[form fth], both.pupils[form gr])",
                new IndicatorFacts(Unit.PERCENT, PeriodKind.SCHOOL_YEAR, Set.of("fth")),
                FormulaCheckTest::measure);

        assertThat(faults).isEmpty();
    }

    @Test
    void aMeasureMustHaveEachOfTheIndicatorsSchoolForms() {
        IndicatorFacts indicator = new IndicatorFacts(Unit.NUMBER, PeriodKind.SCHOOL_YEAR, Set.of("gr", "fth"));

        assertThat(FormulaCheck.faults("sum(both.pupils)", indicator, FormulaCheckTest::measure))
                .isEmpty();
        assertThat(FormulaCheck.faults("sum(gr.pupils)", indicator, FormulaCheckTest::measure))
                .extracting(FormulaFault::message)
                .containsExactly("'gr.pupils' has no figures of fth");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reported(gr.passed-6-9)",
                "mean(gr.passed-6-9[grade 9] weight gr.pupils[grade 9])",
                "gap(reported(gr.passed-6-9), [grade 6], [grade 9])"
            })
    void aGradeMayBeChosenOfWhichTheMeasureHasFigures(String text) {
        IndicatorFacts indicator = new IndicatorFacts(Unit.PERCENT, PeriodKind.SCHOOL_YEAR, GR);

        assertThat(FormulaCheck.faults(text, indicator, FormulaCheckTest::measure))
                .isEmpty();
    }

    @Test
    void aGradeWithoutFiguresIsNamed() {
        IndicatorFacts indicator = new IndicatorFacts(Unit.PERCENT, PeriodKind.SCHOOL_YEAR, GR);

        assertThat(FormulaCheck.faults("reported(gr.passed-6-9[grade 3])", indicator, FormulaCheckTest::measure))
                .extracting(FormulaFault::message)
                .containsExactly("'gr.passed-6-9' has no figures of grade 3");
    }

    private static Optional<MeasureFacts> measure(String code) {
        return Optional.ofNullable(MEASURES.get(code));
    }
}
