package se.skolkvalitet.certificate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Adds up what equations say. */
final class Sums {
    private final PublishedTable table;
    private final Map<String, Equation> equations;

    Sums(PublishedTable table) {
        this.table = table;
        this.equations = table.equations().stream().collect(Collectors.toMap(Equation::name, Function.identity()));
    }

    /**
     * What should be zero.
     *
     * @param withheld values of withheld cells
     */
    BigDecimal of(Equation equation, Map<Integer, BigDecimal> withheld) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Integer, Long> term : equation.coefficients().entrySet()) {
            Figure figure = table.figures().get(term.getKey());
            BigDecimal value = figure.isWithheld() ? withheld.get(term.getKey()) : figure.value();
            sum = sum.add(value.multiply(BigDecimal.valueOf(term.getValue())));
        }
        return sum;
    }

    /**
     * Whether these equations, each times its factor, leave the cell, and nothing else but what may stand beside it. False where
     * one of them is none of the table's.
     */
    boolean leave(int cell, Map<String, Long> factors, IntPredicate beside) {
        Map<Integer, BigInteger> sum = new HashMap<>();
        for (Map.Entry<String, Long> factor : factors.entrySet()) {
            Equation equation = equations.get(factor.getKey());
            if (equation == null) {
                return false;
            }
            equation.coefficients()
                    .forEach((term, coefficient) -> sum.merge(
                            term,
                            BigInteger.valueOf(coefficient).multiply(BigInteger.valueOf(factor.getValue())),
                            BigInteger::add));
        }
        sum.values().removeIf(coefficient -> coefficient.signum() == 0);
        return sum.containsKey(cell) && sum.keySet().stream().allMatch(other -> other == cell || beside.test(other));
    }

    /** Whether everybody knows a cell already. */
    boolean isOpen(int cell) {
        return table.figures().get(cell).status() == Figure.Status.OPEN;
    }
}
