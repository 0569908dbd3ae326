package se.skolkvalitet.indicator.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.indicator.framework.Edition.Indicator;

/**
 * In what an indicator's values are compared.
 *
 * @param decimals of its published values
 * @param isShare whether it is a share of counts, so that what divides a value is how many it is about
 */
public record Scale(int decimals, boolean isShare) {
    private static final int DIGITS_THAT_COUNT = 10;
    /** As in the calculation: of fewer than ten no share is published, nor of one to four or all but so many. */
    private static final BigDecimal LEAST_WHOLE = BigDecimal.TEN;

    private static final BigDecimal LEAST_PART = BigDecimal.valueOf(5);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static Scale of(Indicator indicator) {
        return new Scale(indicator.decimals(), Formula.parse(indicator.formula()) instanceof Formula.Share);
    }

    /** Whether a share is of so few that it is not published. */
    boolean isFew(Measured measured) {
        if (!isShare || !measured.isQuotient()) {
            return false;
        }
        BigDecimal whole = measured.divisor();
        BigDecimal part = measured.dividend().divide(HUNDRED);
        return whole.compareTo(LEAST_WHOLE) < 0 || isFew(part) || isFew(whole.subtract(part));
    }

    private static boolean isFew(BigDecimal part) {
        return part.signum() > 0 && part.compareTo(LEAST_PART) < 0;
    }

    /** Half away from zero, as values are. */
    BigDecimal rounded(BigDecimal number) {
        return number.setScale(DIGITS_THAT_COUNT, RoundingMode.HALF_UP).setScale(decimals, RoundingMode.HALF_UP);
    }
}
