package se.skolkvalitet.indicator.background;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import se.skolkvalitet.indicator.background.LeastSquares.Fit;

/**
 * By which line the values of school units are expected from their background: ordinary least squares over the units,
 * each counting the same, by the rules of {@code docs/calculation.md}.
 */
final class Regression {
    private static final int UNITS_FOR_EACH_PARAMETER = 10;
    private static final int DECIMALS_OF_R2 = 3;

    /** Coefficients are rounded before they are applied, so that who reads them gets the same expected values. */
    private static final MathContext TOLD = new MathContext(12, RoundingMode.HALF_EVEN);

    private Regression() {}

    /** @param background a value of each variable */
    record Unit(String code, BigDecimal value, List<BigDecimal> background) {}

    /**
     * A line, or why there is none.
     *
     * @param coefficients of the variables, in their order
     * @param r2 to three decimals
     */
    record Line(int units, BigDecimal intercept, List<BigDecimal> coefficients, BigDecimal r2, ModelReason reason) {
        static Line none(int units, ModelReason reason) {
            return new Line(units, null, List.of(), null, reason);
        }
    }

    /** @param units that have the value and all of the background, in any order */
    static Line over(List<Unit> units, int variables) {
        if (units.size() < leastUnits(variables)) {
            return Line.none(units.size(), ModelReason.FEW_UNITS);
        }
        List<Unit> inOrder =
                units.stream().sorted(Comparator.comparing(Unit::code)).toList();
        List<BigDecimal> values = inOrder.stream().map(Unit::value).toList();
        if (values.stream().allMatch(value -> value.compareTo(values.get(0)) == 0)) {
            return Line.none(units.size(), ModelReason.SAME_VALUE);
        }
        List<List<BigDecimal>> columns = IntStream.range(0, variables)
                .mapToObj(variable -> inOrder.stream()
                        .map(unit -> unit.background().get(variable))
                        .toList())
                .toList();
        return LeastSquares.fit(values, columns)
                .map(fit -> line(values, columns, fit))
                .orElseGet(() -> Line.none(units.size(), ModelReason.COLLINEAR));
    }

    static int leastUnits(int variables) {
        return UNITS_FOR_EACH_PARAMETER * (variables + 1);
    }

    /** The intercept follows from the rounded coefficients, so that the line goes through the means. */
    private static Line line(List<BigDecimal> values, List<List<BigDecimal>> columns, Fit fit) {
        List<BigDecimal> coefficients =
                fit.slopes().stream().map(slope -> slope.round(TOLD)).toList();
        BigDecimal intercept = LeastSquares.mean(values);
        for (int i = 0; i < columns.size(); i++) {
            intercept = intercept.subtract(coefficients.get(i).multiply(LeastSquares.mean(columns.get(i))));
        }
        BigDecimal r2 = BigDecimal.valueOf(fit.r2()).setScale(DECIMALS_OF_R2, RoundingMode.HALF_UP);
        return new Line(values.size(), intercept.round(TOLD), coefficients, r2, null);
    }
}
