package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.framework.Edition;

/**
 * How much of its weight an estimate must rest on, from 0 to 1; with less there is no value.
 *
 * @param wide of counties and the nation
 * @param narrow of municipalities and organisers
 */
public record LeastCoverage(BigDecimal wide, BigDecimal narrow) {
    public static final LeastCoverage USUAL = new LeastCoverage(new BigDecimal("0.8"), new BigDecimal("0.5"));

    static LeastCoverage of(Edition edition) {
        Edition.LeastCoverage told = edition.leastCoverage();
        return told == null ? USUAL : new LeastCoverage(told.wide(), told.narrow());
    }

    BigDecimal of(Level level) {
        return level == Level.NATION || level == Level.COUNTY ? wide : narrow;
    }
}
