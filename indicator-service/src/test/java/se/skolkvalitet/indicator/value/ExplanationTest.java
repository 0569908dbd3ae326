package se.skolkvalitet.indicator.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.calculation.ValueStatus;
import se.skolkvalitet.indicator.protection.DisclosureRules;
import se.skolkvalitet.indicator.value.Provenance.StepKind;
import se.skolkvalitet.indicator.value.Taken.Group;
import se.skolkvalitet.indicator.value.Taken.Series;

class ExplanationTest {
    private static final Group GIRLS = group("gr.merit", "F");
    private static final Group BOYS = group("gr.merit", "M");
    private static final String GAP = "gap(mean(gr.merit weight gr.pupils), [sex F], [sex M])";

    @Test
    void aGapOfTheSourcesOwnFiguresIsSaidToBeOfThem() {
        assertThat(text(GAP, organiser(ValueStatus.NORMAL), GIRLS, BOYS))
                .isEqualTo("(the source's own gr.merit of the area) for [sex F] less that for [sex M]."
                        + " It is rounded to the indicator's decimals, half away from zero.");
    }

    @Test
    void aGapOfWhichTheSourceTellsOneSideOnlyIsNotSaidToBeItsOwn() {
        assertThat(text(GAP, organiser(ValueStatus.ESTIMATED), GIRLS))
                .startsWith("(the mean of gr.merit weighted by gr.pupils) for [sex F] less that for [sex M],"
                        + " over 3 school units, of which 1 has a figure.");
    }

    @Test
    void codesStandAsTheyAre() {
        assertThat(text("sum(gr.pupils)", organiser(ValueStatus.NORMAL)))
                .startsWith("The sum of gr.pupils, over 3 school units,");
    }

    @Test
    void aSpreadIsOfUnitsWhateverTheSourceTellsOfTheArea() {
        assertThat(text(
                        "spread(mean(gr.merit weight gr.pupils) weight gr.pupils)",
                        organiser(ValueStatus.ESTIMATED),
                        group("gr.merit", "T")))
                .startsWith("The standard deviation between the units of (the mean of gr.merit weighted by gr.pupils),"
                        + " weighted by gr.pupils, over 3 school units, of which 1 has a figure.");
    }

    @Test
    void aUnitsOwnFigureIsNotRounded() {
        Value unit = value(Level.SCHOOL_UNIT, "10000001", ValueStatus.NORMAL);

        assertThat(text("reported(gr.merit)", unit)).isEqualTo("The figure is the source's own for the school unit.");
        assertThat(text("ratio(gr.pupils, gr.staff)", unit)).endsWith("half away from zero.");
    }

    @Test
    void whatIsOnlyReportedIsOfNoUnitsWhereItIsMissingToo() {
        assertThat(text("reported(gr.merit)", organiser(ValueStatus.MISSING)))
                .isEqualTo("There is none: the source has no figure.");
    }

    @Test
    void whatTheFormulaDoesIsTheKindOfItsStep() {
        Value area = organiser(ValueStatus.ESTIMATED);

        assertThat(kind("share(gr.passed, gr.pupils)", area)).isEqualTo(StepKind.AGGREGATED);
        assertThat(kind("harmonic(gr.ratio weight gr.pupils)", area)).isEqualTo(StepKind.WEIGHTED);
        assertThat(kind("sum(gr.pupils) / 2", area)).isEqualTo(StepKind.COMBINED);
    }

    private static StepKind kind(String formula, Value value) {
        return steps(formula, value, Set.of()).get(0).kind();
    }

    private static String text(String formula, Value value, Group... own) {
        return steps(formula, value, Set.of(own)).stream()
                .map(Provenance.Step::text)
                .collect(Collectors.joining(" "));
    }

    private static List<Provenance.Step> steps(String text, Value value, Set<Group> own) {
        Formula formula = Formula.parse(text);
        Set<Series> taken = text.equals(GAP)
                ? Set.of(new Series(GIRLS, null, null, false), new Series(BOYS, null, null, false))
                : formula.figures()
                        .map(figures -> new Series(Taken.group(figures, value), null, null, false))
                        .collect(Collectors.toSet());
        return Explanation.steps(formula, value, taken, own, DisclosureRules.USUAL);
    }

    private static Group group(String measure, String sex) {
        return new Group(measure, "grundskola", sex, "", "");
    }

    private static Value organiser(ValueStatus status) {
        return value(Level.ORGANISER, "2120000142", status);
    }

    private static Value value(Level level, String area, ValueStatus status) {
        return new Value(
                ValueId.of("2026.1", "X", level, area, "2024/25", "T", "grundskola"),
                "2026.1",
                "X",
                level,
                area,
                "A",
                "2024/25",
                "grundskola",
                "T",
                status == ValueStatus.MISSING ? null : BigDecimal.ONE,
                null,
                null,
                null,
                null,
                status,
                null,
                null,
                null,
                null,
                3,
                1);
    }
}
