package se.skolkvalitet.indicator.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * A value to compare.
 *
 * @param value as it is published
 * @param dividend of a value that is one sum by another, which follows from both without being rounded; null of others
 * @param divisor over zero; of a share how many it is about
 */
public record Measured(BigDecimal value, BigDecimal dividend, BigDecimal divisor) {
    private static final MathContext DIGITS = new MathContext(40);

    boolean isQuotient() {
        return divisor != null;
    }

    /** As exactly as it is known. */
    BigDecimal exact() {
        return isQuotient() ? dividend.divide(divisor, DIGITS) : value;
    }

    /**
     * What is left of an area when a part of it is taken out. Empty where nothing is, or less than nothing: sources that
     * contradict each other.
     */
    Optional<Measured> without(Measured part) {
        BigDecimal left = dividend.subtract(part.dividend);
        BigDecimal leftBy = divisor.subtract(part.divisor);
        return left.signum() < 0 || leftBy.signum() <= 0
                ? Optional.empty()
                : Optional.of(new Measured(null, left, leftBy));
    }

    /** What several are together, or their median where one of them is no quotient. Empty of none. */
    static Optional<Measured> together(List<Measured> all) {
        return all.stream().allMatch(Measured::isQuotient) ? all.stream().reduce(Measured::plus) : median(all);
    }

    private Measured plus(Measured other) {
        return new Measured(null, dividend.add(other.dividend), divisor.add(other.divisor));
    }

    private static Optional<Measured> median(List<Measured> all) {
        List<BigDecimal> sorted = all.stream().map(Measured::value).sorted().toList();
        BigDecimal twoMiddleOnes = sorted.get((sorted.size() - 1) / 2).add(sorted.get(sorted.size() / 2));
        return Optional.of(new Measured(twoMiddleOnes.divide(BigDecimal.valueOf(2), DIGITS), null, null));
    }
}
