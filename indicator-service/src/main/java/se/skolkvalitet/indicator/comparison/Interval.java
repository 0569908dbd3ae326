package se.skolkvalitet.indicator.comparison;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Between which a chance, or the difference of two, lies with a confidence of 95 %; in percent and percentage points, not
 * rounded.
 */
public record Interval(BigDecimal low, BigDecimal high) {
    private static final MathContext DIGITS = new MathContext(40);
    private static final BigDecimal Z = new BigDecimal("1.959963984540054");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Of the chance behind a share: (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n), from Wilson, <i>Journal of the
     * American Statistical Association</i> 22 (1927).
     *
     * @param share in percent; what is told to be below 0 or above 100 is taken for that
     * @param whole how many it is a share of, above zero
     */
    public static Interval ofShare(BigDecimal share, BigDecimal whole) {
        BigDecimal p = inPercent(share).divide(HUNDRED, DIGITS);
        BigDecimal squares = Z.multiply(Z).divide(whole, DIGITS);
        BigDecimal middle = p.add(half(squares));
        BigDecimal reach = Z.multiply(p.multiply(BigDecimal.ONE.subtract(p))
                .add(squares.divide(BigDecimal.valueOf(4), DIGITS))
                .divide(whole, DIGITS)
                .sqrt(DIGITS));
        BigDecimal by = BigDecimal.ONE.add(squares);
        return new Interval(
                inPercent(middle.subtract(reach).multiply(HUNDRED).divide(by, DIGITS)),
                inPercent(middle.add(reach).multiply(HUNDRED).divide(by, DIGITS)));
    }

    /**
     * Of the difference of two shares that have no one in common: d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ −
     * l₂)²), the tenth method of Newcombe, <i>Statistics in Medicine</i> 17 (1998), 873–890.
     */
    static Interval ofDifference(BigDecimal share, Interval around, BigDecimal other, Interval aroundOther) {
        BigDecimal difference = share.subtract(other);
        return new Interval(
                difference.subtract(together(share.subtract(around.low), aroundOther.high.subtract(other))),
                difference.add(together(around.high.subtract(share), other.subtract(aroundOther.low))));
    }

    private static BigDecimal together(BigDecimal one, BigDecimal other) {
        return one.multiply(one).add(other.multiply(other)).sqrt(DIGITS);
    }

    private static BigDecimal half(BigDecimal number) {
        return number.divide(BigDecimal.valueOf(2), DIGITS);
    }

    private static BigDecimal inPercent(BigDecimal share) {
        return share.max(BigDecimal.ZERO).min(HUNDRED);
    }
}
