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

    public static Scale of(Indicator indicator) {
        return new Scale(indicator.decimals(), Formula.parse(indicator.formula()) instanceof Formula.Share);
    }

    /** Half away from zero, as values are. */
    BigDecimal rounded(BigDecimal number) {
        return number.setScale(DIGITS_THAT_COUNT, RoundingMode.HALF_UP).setScale(decimals, RoundingMode.HALF_UP);
    }
}
