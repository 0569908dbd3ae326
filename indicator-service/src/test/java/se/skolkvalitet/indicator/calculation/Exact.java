package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Function;
import java.util.stream.Stream;

/** Decimal arithmetic: exact, but for divisions and roots, which are carried to forty digits. */
final class Exact {
    private static final MathContext FORTY_DIGITS = new MathContext(40);
    private static final MathContext FORTY_DIGITS_CUT_OFF = new MathContext(40, RoundingMode.DOWN);
    private static final int DIGITS_THAT_COUNT = 10;

    private Exact() {}

    static BigDecimal divided(BigDecimal number, BigDecimal by) {
        return number.divide(by, FORTY_DIGITS);
    }

    /** Never above what it is, so that it is 1 only where both are the same. */
    static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, FORTY_DIGITS_CUT_OFF);
    }

    /** What should be nothing may be a little less than nothing, after divisions. */
    static BigDecimal root(BigDecimal number) {
        return number.signum() <= 0 ? BigDecimal.ZERO : number.sqrt(FORTY_DIGITS);
    }

    static <T> BigDecimal sum(Stream<T> all, Function<T, BigDecimal> number) {
        return all.map(number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Half away from zero; what lies within the eleventh decimal of a half is taken for the half. */
    static BigDecimal rounded(BigDecimal number, int decimals) {
        return number == null
                ? null
                : number.setScale(DIGITS_THAT_COUNT, RoundingMode.HALF_UP).setScale(decimals, RoundingMode.HALF_UP);
    }
}
