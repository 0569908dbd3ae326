package se.skolkvalitet.indicator.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import se.skolkvalitet.formula.Figures;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.framework.Edition.Indicator;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.indicator.protection.DisclosureRules;

/**
 * In what an indicator's values are compared.
 *
 * @param decimals of its published values
 * @param isShare whether it is a share of counts, so that what divides a value is how many it is about
 * @param disclosure how few pupils a share may be about
 * @param partOfPupils whether a share's part counts pupils
 * @param wholeOfPupils whether its whole does
 */
public record Scale(
        int decimals, boolean isShare, DisclosureRules disclosure, boolean partOfPupils, boolean wholeOfPupils) {
    private static final int DIGITS_THAT_COUNT = 10;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static Scale of(Indicator indicator, Edition edition) {
        boolean isShare = false;
        boolean partOfPupils = false;
        boolean wholeOfPupils = false;
        if (Formula.parse(indicator.formula()) instanceof Formula.Share share) {
            isShare = true;
            partOfPupils = areOfPupils(share.part(), edition);
            wholeOfPupils = areOfPupils(share.whole(), edition);
        }
        return new Scale(indicator.decimals(), isShare, DisclosureRules.of(edition), partOfPupils, wholeOfPupils);
    }

    private static boolean areOfPupils(List<Figures> figures, Edition edition) {
        return figures.stream()
                .anyMatch(one ->
                        edition.measure(one.measure()).map(Measure::aboutPupils).orElse(true));
    }

    /** Whether a share is of so few pupils that it is not published. */
    boolean isFew(Measured measured) {
        if (!isShare || !measured.isQuotient()) {
            return false;
        }
        BigDecimal whole = measured.divisor();
        BigDecimal part = measured.dividend().divide(HUNDRED);
        return wholeOfPupils && (disclosure.isSmall(whole) || disclosure.areFew(whole.subtract(part)))
                || partOfPupils && disclosure.areFew(part);
    }

    /** Half away from zero, as values are. */
    BigDecimal rounded(BigDecimal number) {
        return number.setScale(DIGITS_THAT_COUNT, RoundingMode.HALF_UP).setScale(decimals, RoundingMode.HALF_UP);
    }
}
