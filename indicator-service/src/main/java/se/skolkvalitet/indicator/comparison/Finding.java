package se.skolkvalitet.indicator.comparison;

import java.math.BigDecimal;
import se.skolkvalitet.kit.text.Term;

/** What may be said of the difference between two values. */
public enum Finding implements Term {
    /** The first is higher: the interval of the difference lies above zero. */
    HIGHER,
    LOWER,
    /** The interval of the difference holds zero. */
    NO_DIFFERENCE,
    /** There is no interval, because it is not known how many a value is about, or between which a rounded one lies. */
    CANNOT_TELL;

    static Finding of(BigDecimal low, BigDecimal high) {
        if (low.signum() > 0) {
            return HIGHER;
        }
        return high.signum() < 0 ? LOWER : NO_DIFFERENCE;
    }
}
