package se.skolkvalitet.certificate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
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
     * The cells, with coefficients, that are left of these equations, each times its factor.
     *
     * @return empty where one of them is none of the table's
     */
    Optional<SortedMap<Integer, BigInteger>> of(Map<String, Long> factors) {
        SortedMap<Integer, BigInteger> sum = new TreeMap<>();
        for (Map.Entry<String, Long> factor : factors.entrySet()) {
            Equation equation = equations.get(factor.getKey());
            if (equation == null) {
                return Optional.empty();
            }
            equation.coefficients()
                    .forEach((cell, coefficient) -> sum.merge(
                            cell,
                            BigInteger.valueOf(coefficient).multiply(BigInteger.valueOf(factor.getValue())),
                            BigInteger::add));
        }
        sum.values().removeIf(coefficient -> coefficient.signum() == 0);
        return Optional.of(sum);
    }
}
