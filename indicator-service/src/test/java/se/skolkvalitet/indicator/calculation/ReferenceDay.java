package se.skolkvalitet.indicator.calculation;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/** The day of a period on which an organiser must have had a unit for the unit to be counted as its own. */
final class ReferenceDay {
    private static final int DIGITS_OF_A_YEAR = 4;
    private static final int DAY = 15;

    private ReferenceDay() {}

    /** @param period {@code 2024/25}, {@code 2024}, or an empty text for no period, which has no such day */
    static Optional<LocalDate> of(String period) {
        return period.isEmpty() ? Optional.empty() : Optional.of(LocalDate.of(firstYear(period), Month.OCTOBER, DAY));
    }

    private static int firstYear(String period) {
        return Integer.parseInt(period.substring(0, DIGITS_OF_A_YEAR));
    }
}
