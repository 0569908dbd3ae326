package se.skolkvalitet.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void readsAMeanWithItsWeight() {
        assertThat(Formula.parse("mean( gr.merit-rating-9\n weight gr.pupils latest )"))
                .isEqualTo(new Formula.Mean("gr.merit-rating-9", "gr.pupils", true));
    }

    @Test
    void namesTheMeasuresOfEveryPart() {
        Formula formula = Formula.parse("difference(ratio(a.x, a.n per 100), mean(a.y weight a.n))");

        assertThat(formula.measures()).containsExactly("a.x", "a.n", "a.y");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''                            | 1 | 1
        mean(gr.x)                    | 1 | 10
        median(gr.x)                  | 1 | 1
        ratio(gr.x, gr.y per 0)       | 1 | 22
        ratio(gr.x, gr.y per 1234567) | 1 | 22
        sum(gr.x) sum(gr.y)           | 1 | 11
        sum(GR.X)                     | 1 | 5
        """)
    void saysWhereATextStopsBeingAFormula(String text, int line, int column) {
        assertThatThrownBy(() -> Formula.parse(text)).isInstanceOfSatisfying(FormulaFault.class, fault -> assertThat(
                        new int[] {fault.line(), fault.column()})
                .containsExactly(line, column));
    }

    @Property
    void aWrittenFormulaReadsBackAsItself(@ForAll("formulas") Formula formula) {
        assertThat(Formula.parse(formula.toString())).isEqualTo(formula);
    }

    @Provide
    Arbitrary<Formula> formulas() {
        Arbitrary<String> measure = Arbitraries.of("gr.pupils", "gr.merit-rating-9", "fsk.children", "vux.a1");
        Arbitrary<Formula> leaf = Arbitraries.oneOf(
                measure.map(Formula.Reported::new),
                measure.map(Formula.Sum::new),
                Combinators.combine(measure, measure, Arbitraries.of(true, false))
                        .as(Formula.Mean::new),
                Combinators.combine(measure, measure, Arbitraries.longs().between(1, 999_999))
                        .as(Formula.Ratio::new));
        return Arbitraries.lazyOf(
                () -> leaf, () -> Combinators.combine(leaf, leaf).as(Formula.Difference::new));
    }
}
