package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;

/**
 * What is published of a value; all but status and numbers of units may be null. Numbers are the same where they are
 * equal, with however many zeroes they are written.
 */
record Outcome(
        BigDecimal value,
        BigDecimal low,
        BigDecimal high,
        BigDecimal intervalLow,
        BigDecimal intervalHigh,
        ValueStatus status,
        ValueReason reason,
        BigDecimal coverage,
        BigDecimal roundedShare,
        BigDecimal estimate,
        int units,
        int unitsWithValue,
        Standing standing) {

    /**
     * How a value stands among others; null where they are too few, or it is not to be compared.
     *
     * @param range the places on which it may be; null where nobody knows
     */
    record Standing(int place, Range range, int among, int percentile) {}

    /** Places, the first and the last of them. */
    record Range(int from, int to) {}

    Outcome {
        value = plain(value);
        low = plain(low);
        high = plain(high);
        intervalLow = plain(intervalLow);
        intervalHigh = plain(intervalHigh);
        coverage = plain(coverage);
        roundedShare = plain(roundedShare);
        estimate = plain(estimate);
    }

    Outcome with(Standing one) {
        return new Outcome(
                value,
                low,
                high,
                intervalLow,
                intervalHigh,
                status,
                reason,
                coverage,
                roundedShare,
                estimate,
                units,
                unitsWithValue,
                one);
    }

    private static BigDecimal plain(BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
