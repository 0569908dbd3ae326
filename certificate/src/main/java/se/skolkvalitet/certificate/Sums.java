package se.skolkvalitet.certificate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
        return sum(factors)
                .filter(sum -> sum.containsKey(cell)
                        && sum.keySet().stream().allMatch(other -> other == cell || beside.test(other)))
                .isPresent();
    }

    /**
     * The most or the least that a cell can be by these equations, each times its factor, whatever is withheld: open cells are what they are,
     * and others somewhere between their ends. Empty where they tell nothing of it.
     *
     * @param decimals that values have at most
     */
    Optional<BigDecimal> end(int cell, Map<String, Long> factors, boolean most, int decimals) {
        if (factors.isEmpty()) {
            return end(cell, most);
        }
        Map<Integer, BigInteger> sum = sum(factors).orElse(Map.of());
        BigInteger own = sum.getOrDefault(cell, BigInteger.ZERO);
        if (own.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal others = BigDecimal.ZERO;
        for (Map.Entry<Integer, BigInteger> term : sum.entrySet()) {
            if (term.getKey() != cell) {
                boolean makesMore = term.getValue().signum() != own.signum();
                Optional<BigDecimal> end = end(term.getKey(), makesMore == most);
                if (end.isEmpty()) {
                    return Optional.empty();
                }
                others = others.add(end.get().multiply(new BigDecimal(term.getValue())));
            }
        }
        return Optional.of(others.negate()
                .divide(new BigDecimal(own), decimals, most ? RoundingMode.FLOOR : RoundingMode.CEILING));
    }

    private Optional<BigDecimal> end(int cell, boolean most) {
        if (isOpen(cell)) {
            return Optional.of(table.figures().get(cell).value());
        }
        Ends ends = table.figures().get(cell).ends();
        return most
                ? Optional.ofNullable(ends.most())
                : Optional.of(ends.lowest()).filter(least -> !isBelow(cell, least));
    }

    /** What lies on both sides of zero: it is no count. */
    private boolean isBelow(int cell, BigDecimal least) {
        BigDecimal value = table.figures().get(cell).value();
        return value != null && value.compareTo(least) < 0;
    }

    /** By cell, none of them zero; empty where one of the equations is none of the table's. */
    private Optional<Map<Integer, BigInteger>> sum(Map<String, Long> factors) {
        Map<Integer, BigInteger> sum = new HashMap<>();
        for (Map.Entry<String, Long> factor : factors.entrySet()) {
            Equation equation = equations.get(factor.getKey());
            if (equation == null) {
                return Optional.empty();
            }
            equation.coefficients()
                    .forEach((term, coefficient) -> sum.merge(
                            term,
                            BigInteger.valueOf(coefficient).multiply(BigInteger.valueOf(factor.getValue())),
                            BigInteger::add));
        }
        sum.values().removeIf(coefficient -> coefficient.signum() == 0);
        return Optional.of(sum);
    }

    /** Whether everybody knows a cell already. */
    boolean isOpen(int cell) {
        return table.figures().get(cell).status() == Figure.Status.OPEN;
    }
}
