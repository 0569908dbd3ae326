package se.skolkvalitet.indicator.comparison;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How a value differs from another, in the indicator's unit (percentage points where that is percent). It is taken before
 * the two are rounded.
 *
 * @param other what it is compared with
 * @param low the least that the difference may be with a confidence of 95 %; null where it is not known how many a value is
 *     about
 * @param high the most
 */
public record Difference(
        BigDecimal other,
        BigDecimal difference,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        Finding finding) {

    /** From a value that has nothing in common with the other. */
    static Difference between(Measured value, Measured other, Scale scale) {
        BigDecimal exact = value.exact();
        BigDecimal exactOther = other.exact();
        BigDecimal difference = scale.rounded(exact.subtract(exactOther));
        if (!scale.isShare() || !value.isQuotient() || !other.isQuotient()) {
            return new Difference(scale.rounded(exactOther), difference, null, null, Finding.CANNOT_TELL);
        }
        Interval interval = Interval.ofDifference(
                exact,
                Interval.ofShare(exact, value.divisor()),
                exactOther,
                Interval.ofShare(exactOther, other.divisor()));
        return new Difference(
                scale.rounded(exactOther),
                difference,
                scale.rounded(interval.low()),
                scale.rounded(interval.high()),
                Finding.of(interval.low(), interval.high()));
    }

    /**
     * From an area that it is a part of, which is taken out where both are known to be made of sums. Empty where nothing else
     * is in the area.
     */
    public static Optional<Difference> fromAround(Measured part, Measured area, Scale scale) {
        return part.isQuotient() && area.isQuotient()
                ? area.without(part).map(rest -> between(part, rest, scale))
                : Optional.of(between(part, area, scale));
    }
}
