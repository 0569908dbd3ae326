package se.skolkvalitet.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
    private static final Formula ONE = new Formula.Constant(BigDecimal.ONE);
    private static final Formula TOTAL = new Formula.Total(Figures.of("gr.x"));

    @Test
    void readsAMeanWithItsWeight() {
        assertThat(Formula.parse("mean( gr.merit-rating-9\n weight gr.pupils latest )"))
                .isEqualTo(
                        new Formula.Mean(Figures.of("gr.merit-rating-9"), new Weight(Figures.of("gr.pupils"), true)));
    }

    @Test
    void readsWhichFiguresAreMeant() {
        Selection girlsOfNine = new Selection(Map.of(Dimension.SEX, "F", Dimension.GRADE, "9"));

        assertThat(Formula.parse("share(gr.passed[sex F, grade 9], gr.pupils[grade 9] + gr.guests)"))
                .isEqualTo(new Formula.Share(
                        List.of(new Figures("gr.passed", girlsOfNine)),
                        List.of(
                                new Figures("gr.pupils", Selection.of(Dimension.GRADE, "9")),
                                Figures.of("gr.guests"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1 + sum(gr.x) * 1     | 1 + (sum(gr.x) * 1)
        1 * sum(gr.x) + 1     | (1 * sum(gr.x)) + 1
        1 - sum(gr.x) - 1     | (1 - sum(gr.x)) - 1
        1 / sum(gr.x) / 1     | (1 / sum(gr.x)) / 1
        1 - sum(gr.x) + 1     | (1 - sum(gr.x)) + 1
        1 / sum(gr.x) * 1     | (1 / sum(gr.x)) * 1
        difference(1, sum(gr.x)) | 1 - sum(gr.x)
        """)
    void readsArithmeticAsItIsTaughtInSchool(String text, String same) {
        assertThat(Formula.parse(text)).isEqualTo(Formula.parse(same));
    }

    @Test
    void parenthesesChangeWhatBinds() {
        assertThat(Formula.parse("(1 + sum(gr.x)) * 1"))
                .isEqualTo(
                        new Formula.Arithmetic(Operator.TIMES, new Formula.Arithmetic(Operator.PLUS, ONE, TOTAL), ONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        (1 + sum(gr.x)) * 1   | (1 + sum(gr.x)) * 1
        1 + (sum(gr.x) * 1)   | 1 + sum(gr.x) * 1
        1 - (sum(gr.x) - 1)   | 1 - (sum(gr.x) - 1)
        ((1 - sum(gr.x))) - 1 | 1 - sum(gr.x) - 1
        """)
    void writesParenthesesWhereTheyAreNeeded(String text, String written) {
        assertThat(Formula.parse(text)).hasToString(written);
    }

    @Test
    void namesTheMeasuresOfEveryPart() {
        Formula formula = Formula.parse("ratio(a.x, a.n per 100) - spread(mean(a.y weight a.n) weight a.z) * 2");

        assertThat(formula.figures().map(Figures::measure).distinct()).containsExactly("a.x", "a.n", "a.y", "a.z");
    }

    @Test
    void aGapNamesTheFiguresOfBothGroups() {
        Formula formula = Formula.parse("gap(share(a.x[grade 9], a.n), [sex F], [sex M])");

        assertThat(formula.figures())
                .extracting(Figures::toString)
                .containsExactly("a.x[grade 9, sex F]", "a.n[sex F]", "a.x[grade 9, sex M]", "a.n[sex M]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''                                   | 1 | 1
        mean(gr.x)                           | 1 | 10
        median(gr.x)                         | 1 | 1
        ratio(gr.x, gr.y per 0)              | 1 | 22
        ratio(gr.x, gr.y per 1234567)        | 1 | 22
        ratio(gr.x, gr.y per 1.5)            | 1 | 22
        sum(gr.x) sum(gr.y)                  | 1 | 11
        sum(GR.X)                            | 1 | 5
        sum(gr.x[sex W])                     | 1 | 14
        sum(gr.x[grade nine])                | 1 | 16
        sum(gr.x[form 9])                    | 1 | 15
        sum(gr.x[sex F, sex M])              | 1 | 17
        sum(gr.x[colour red])                | 1 | 10
        gap(sum(gr.x), [sex F], [grade 9])   | 1 | 25
        gap(sum(gr.x), [sex F], [sex F])     | 1 | 25
        1234567890123 + sum(gr.x)            | 1 | 1
        """)
    void saysWhereATextStopsBeingAFormula(String text, int line, int column) {
        NoFormula refused = catchThrowableOfType(NoFormula.class, () -> Formula.parse(text));

        assertThat(refused.faults())
                .extracting(FormulaFault::line, FormulaFault::column)
                .contains(org.assertj.core.groups.Tuple.tuple(line, column));
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        NoFormula refused =
                catchThrowableOfType(NoFormula.class, () -> Formula.parse("ratio(gr.x[sex W],\n gr.y[grade x] per 0)"));

        assertThat(refused.faults())
                .extracting(FormulaFault::toString)
                .containsExactly(
                        "line 1, column 16: a sex is T (all), F (girls, women) or M (boys, men)",
                        "line 2, column 13: a grade is a number",
                        "line 2, column 20: 'per' takes a whole number from 1 to 999999");
    }

    @Test
    void isNotLedIntoTheDepths() {
        assertThatThrownBy(() -> Formula.parse("(".repeat(900) + "1" + ")".repeat(900)))
                .isInstanceOf(NoFormula.class)
                .hasMessageContaining("50 parentheses");
    }

    @Property
    void aWrittenFormulaReadsBackAsItself(@ForAll("formulas") Formula formula) {
        assertThat(Formula.parse(formula.toString())).isEqualTo(formula);
    }

    @Provide
    Arbitrary<Formula> formulas() {
        return formulas(3);
    }

    private static Arbitrary<Formula> formulas(int depth) {
        return depth == 0 ? leaf() : Arbitraries.oneOf(leaf(), branch(formulas(depth - 1)));
    }

    private static Arbitrary<Formula> branch(Arbitrary<Formula> inner) {
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(Operator.class), inner, inner)
                        .as(Formula.Arithmetic::new),
                Combinators.combine(inner, weight()).as(Formula.Spread::new),
                inner.map(
                        of -> new Formula.Gap(of, Selection.of(Dimension.SEX, "F"), Selection.of(Dimension.SEX, "M"))));
    }

    private static Arbitrary<Formula> leaf() {
        Arbitrary<List<Figures>> added = figures().list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, new BigDecimal(1_000_000))
                        .ofScale(3)
                        .map(Formula.Constant::new),
                figures().map(Formula.Reported::new),
                figures().map(Formula.Total::new),
                Combinators.combine(figures(), weight()).as(Formula.Mean::new),
                Combinators.combine(figures(), weight()).as(Formula.Harmonic::new),
                Combinators.combine(added, added, Arbitraries.longs().between(1, 999_999))
                        .as(Formula.Ratio::new),
                Combinators.combine(added, added).as(Formula.Share::new));
    }

    private static Arbitrary<Weight> weight() {
        return Combinators.combine(figures(), Arbitraries.of(true, false)).as(Weight::new);
    }

    private static Arbitrary<Figures> figures() {
        Arbitrary<String> measure = Arbitraries.of("gr.pupils", "gr.merit-rating-9", "fsk.children", "vux.a1");
        return Combinators.combine(measure, selection()).as(Figures::new);
    }

    private static Arbitrary<Selection> selection() {
        Map<Dimension, List<String>> values = Map.of(
                Dimension.FORM, List.of("grundskola", "anpassad-grundskola"),
                Dimension.GRADE, List.of("6", "9"),
                Dimension.SEX, List.of("T", "F", "M"),
                Dimension.PROGRAMME, List.of("NA", "EK"));
        Arbitrary<Dimension> dimension = Arbitraries.of(Dimension.class);
        return dimension.set().flatMap(dimensions -> Combinators.combine(dimensions.stream()
                        .map(one -> Arbitraries.of(values.get(one)).map(value -> Map.entry(one, value)))
                        .toList())
                .as(entries -> new Selection(Map.ofEntries(entries.toArray(Map.Entry[]::new)))));
    }
}
