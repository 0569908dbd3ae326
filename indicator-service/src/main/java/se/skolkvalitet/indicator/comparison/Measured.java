package se.skolkvalitet.indicator.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A value to compare.
 *
 * @param value as it is published
 * @param dividend of a value that is one sum by another, which follows from both without being rounded; null of others
 * @param divisor over zero; of a share how many it is about
 * @param rounding of a value that rests on figures that the source has rounded; null of others
 * @param isOwn whether it is an area's that rests, wholly or in part, on a figure that the source tells of the area itself
 * @param units how many school units could have a figure; zero where nobody knows
 */
public record Measured(
        BigDecimal value, BigDecimal dividend, BigDecimal divisor, Rounding rounding, boolean isOwn, int units) {
    private static final MathContext DIGITS = new MathContext(40);

    /**
     * Between which a value lies for certain.
     *
     * @param low null, as is the other, where nobody knows
     */
    public record Rounding(BigDecimal low, BigDecimal high) {
        private static final Rounding UNKNOWN = new Rounding(null, null);

        static Rounding ofQuotient(BigDecimal lowDividend, BigDecimal highDividend, BigDecimal divisor) {
            return new Rounding(lowDividend.divide(divisor, DIGITS), highDividend.divide(divisor, DIGITS));
        }

        boolean isKnown() {
            return low != null;
        }
    }

    /** One that follows from units, and does not rest on rounded figures. */
    public Measured(BigDecimal value, BigDecimal dividend, BigDecimal divisor) {
        this(value, dividend, divisor, null, false, 0);
    }

    boolean isQuotient() {
        return divisor != null;
    }

    /** Whether an area's value is made of sums that this one's are a part of. */
    boolean isPartOf(Measured area) {
        return isQuotient() && area.isQuotient() && !isOwn && !area.isOwn;
    }

    /** Whether half of an area's units or more are in it, so that to compare the two is to compare it with itself. */
    boolean isMostOf(Measured area) {
        return area.units > 0 && 2 * units >= area.units;
    }

    /** Whether it is known between which it lies. */
    boolean isBounded() {
        return rounding == null || rounding.isKnown();
    }

    /** As exactly as it is known. */
    BigDecimal exact() {
        return isQuotient() ? dividend.divide(divisor, DIGITS) : value;
    }

    /** The least that it may be. */
    BigDecimal low() {
        return rounding == null ? exact() : rounding.low().min(exact());
    }

    BigDecimal high() {
        return rounding == null ? exact() : rounding.high().max(exact());
    }

    /**
     * What is left of an area when a part of it is taken out. Empty where nothing is, or less than nothing: sources that
     * contradict each other.
     */
    Optional<Measured> without(Measured part) {
        BigDecimal left = dividend.subtract(part.dividend);
        BigDecimal leftBy = divisor.subtract(part.divisor);
        if (left.signum() < 0 || leftBy.signum() <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Measured(
                null,
                left,
                leftBy,
                rounding(Stream.of(this, part), end -> end.apply(this)
                        .multiply(divisor)
                        .subtract(end.apply(part).multiply(part.divisor))
                        .divide(leftBy, DIGITS)),
                false,
                Math.max(0, units - part.units)));
    }

    /** What several are together, or their median where one of them is no quotient. Empty of none. */
    static Optional<Measured> together(List<Measured> all) {
        return all.stream().allMatch(Measured::isQuotient) ? all.stream().reduce(Measured::plus) : median(all);
    }

    private Measured plus(Measured other) {
        BigDecimal by = divisor.add(other.divisor);
        return new Measured(
                null,
                dividend.add(other.dividend),
                by,
                rounding(Stream.of(this, other), end -> end.apply(this)
                        .multiply(divisor)
                        .add(end.apply(other).multiply(other.divisor))
                        .divide(by, DIGITS)),
                isOwn || other.isOwn,
                units + other.units);
    }

    private static Optional<Measured> median(List<Measured> all) {
        return Optional.of(new Measured(
                median(all, Measured::value), null, null, rounding(all.stream(), end -> median(all, end)), false, 0));
    }

    private static BigDecimal median(List<Measured> all, Function<Measured, BigDecimal> number) {
        List<BigDecimal> sorted = all.stream().map(number).sorted().toList();
        BigDecimal twoMiddleOnes = sorted.get((sorted.size() - 1) / 2).add(sorted.get(sorted.size() / 2));
        return twoMiddleOnes.divide(BigDecimal.valueOf(2), DIGITS);
    }

    /** @param together what comes of one end of all of them */
    private static Rounding rounding(
            Stream<Measured> of, Function<Function<Measured, BigDecimal>, BigDecimal> together) {
        List<Measured> all = of.toList();
        if (all.stream().allMatch(one -> one.rounding == null)) {
            return null;
        }
        return all.stream().allMatch(Measured::isBounded)
                ? new Rounding(together.apply(Measured::low), together.apply(Measured::high))
                : Rounding.UNKNOWN;
    }
}
