package se.skolkvalitet.indicator.imports;

import java.math.BigDecimal;

/**
 * What a source says: a number, or why there is none.
 *
 * @param value null where the source gives none
 * @param low the least that a rounded figure may stand for; null for others
 * @param high the most
 */
record Figure(BigDecimal value, BigDecimal low, BigDecimal high, ObservationStatus status) {
    static Figure of(BigDecimal value) {
        return new Figure(value, null, null, ObservationStatus.NORMAL);
    }

    static Figure rounded(BigDecimal value, BigDecimal low, BigDecimal high) {
        return new Figure(value, low, high, ObservationStatus.ROUNDED);
    }

    static Figure none(ObservationStatus why) {
        return new Figure(null, null, null, why);
    }
}
