package se.skolkvalitet.indicator.imports;

import java.math.BigDecimal;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.text.InvalidValue;

/**
 * What a source says: a number, or why there is none.
 *
 * @param value null where the source gives none
 * @param low the least that a rounded figure may stand for; null for others
 * @param high the most
 */
record Figure(BigDecimal value, BigDecimal low, BigDecimal high, ObservationStatus status) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Figure of(BigDecimal value) {
        return new Figure(value, null, null, ObservationStatus.NORMAL);
    }

    static Figure rounded(BigDecimal value, BigDecimal low, BigDecimal high) {
        return new Figure(value, low, high, ObservationStatus.ROUNDED);
    }

    static Figure none(ObservationStatus why) {
        return new Figure(null, null, null, why);
    }

    /** @throws InvalidValue where the value is one that the measure cannot have */
    Figure possibleFor(Measure measure) {
        requirePossible(value, measure);
        return this;
    }

    static void requirePossible(BigDecimal number, Measure measure) {
        if (number == null) {
            return;
        }
        if (measure.sharesInPercent() && (number.signum() < 0 || number.compareTo(HUNDRED) > 0)) {
            throw new InvalidValue("range", "%s is no share between 0 and 100", number.toPlainString());
        }
        if (measure.counts() && number.signum() < 0) {
            throw new InvalidValue("range", "%s is negative, but a count is not", number.toPlainString());
        }
    }
}
