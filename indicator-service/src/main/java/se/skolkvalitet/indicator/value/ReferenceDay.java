package se.skolkvalitet.indicator.value;

import java.time.LocalDate;
import java.time.Month;

/** The day of a period as of which school units belong to organisers. */
public final class ReferenceDay {
    private static final int DIGITS_OF_A_YEAR = 4;
    private static final int DAY = 15;

    private ReferenceDay() {}

    /** @param period a school year or a calendar year, {@code 2024/25} or {@code 2024} */
    public static LocalDate of(String period) {
        return LocalDate.of(Integer.parseInt(period.substring(0, DIGITS_OF_A_YEAR)), Month.OCTOBER, DAY);
    }
}
