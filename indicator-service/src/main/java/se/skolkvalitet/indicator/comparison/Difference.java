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
 *     about, or between which one lies that rests on rounded figures. Where that is known it begins at the least that the
 *     difference may be, and ends at the most
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
        if (!scale.isShare()
                || !value.isQuotient()
                || !other.isQuotient()
                || !value.isBounded()
                || !other.isBounded()) {
            return new Difference(scale.rounded(exactOther), difference, null, null, Finding.CANNOT_TELL);
        }
        Interval interval = new Interval(
                interval(value.low(), value.divisor(), other.high(), other.divisor())
                        .low(),
                interval(value.high(), value.divisor(), other.low(), other.divisor())
                        .high());
        return new Difference(
                scale.rounded(exactOther),
                difference,
                scale.rounded(interval.low()),
                scale.rounded(interval.high()),
                Finding.of(interval.low(), interval.high()));
    }

    private static Interval interval(BigDecimal share, BigDecimal whole, BigDecimal other, BigDecimal otherWhole) {
        return Interval.ofDifference(share, Interval.ofShare(share, whole), other, Interval.ofShare(other, otherWhole));
    }

    /**
     * From an area that it is a part of, and is taken out of where it is one of the sums that the area is made of. Empty where
     * nothing else is in the area, or so few that a share of them is not published; and where it cannot be taken out and
     * has half of the area's units or more.
     */
    public static Optional<Difference> fromAround(Measured part, Measured area, Scale scale) {
        if (part.isPartOf(area)) {
            return area.without(part).filter(rest -> !scale.isFew(rest)).map(rest -> between(part, rest, scale));
        }
        return part.isMostOf(area) ? Optional.empty() : Optional.of(between(part, area, scale));
    }
}
