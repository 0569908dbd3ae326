package se.skolkvalitet.indicator.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.background.Regression.Line;
import se.skolkvalitet.indicator.background.Regression.Unit;

class RegressionTest {
    @Test
    void findsTheLineOnWhichAllValuesLie() {
        List<Unit> units = units(30, i -> 200 + 3 * i - 2 * (i % 7), i -> List.of(i, i % 7));

        Line line = Regression.over(units, 2);

        assertThat(line.intercept()).isEqualByComparingTo("200");
        assertThat(line.coefficients().get(0)).isEqualByComparingTo("3");
        assertThat(line.coefficients().get(1)).isEqualByComparingTo("-2");
        assertThat(line.r2()).isEqualByComparingTo("1");
    }

    @Test
    void takesTenUnitsForTheInterceptAndForEachVariable() {
        IntFunction<List<Integer>> background = i -> List.of(i, i % 7);

        assertThat(Regression.over(units(29, i -> i, background), 2).reason()).isEqualTo(ModelReason.FEW_UNITS);
        assertThat(Regression.over(units(30, i -> i, background), 2).reason()).isNull();
    }

    @Test
    void saysHowManyUnitsThereWereWhereTheyWereTooFew() {
        assertThat(Regression.over(units(3, i -> i, i -> List.of(i)), 1).units())
                .isEqualTo(3);
    }

    @Test
    void expectsNothingWhereAllValuesAreTheSame() {
        List<Unit> units = units(20, i -> 5, i -> List.of(i));

        assertThat(Regression.over(units, 1)).isEqualTo(Line.none(20, ModelReason.SAME_VALUE));
    }

    @Test
    void expectsNothingWhereAVariableFollowsFromTheOthers() {
        List<Unit> units = units(30, i -> i % 11, i -> List.of(i, 100 - 2 * i));

        assertThat(Regression.over(units, 2)).isEqualTo(Line.none(30, ModelReason.COLLINEAR));
    }

    @Test
    void aVariableThatHasNothingToDoWithTheValuesExplainsNothing() {
        List<Unit> units = units(20, i -> i % 2, i -> List.of(i / 2));

        assertThat(Regression.over(units, 1).r2()).isEqualByComparingTo("0");
    }

    private static List<Unit> units(int number, IntFunction<Integer> value, IntFunction<List<Integer>> background) {
        return IntStream.range(0, number)
                .mapToObj(i -> new Unit(
                        "U%02d".formatted(i),
                        BigDecimal.valueOf(value.apply(i)),
                        background.apply(i).stream().map(BigDecimal::valueOf).toList()))
                .toList();
    }
}
