package se.skolkvalitet.kit.text;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Days from outside, in years of four digits: what people mean, and every database and reader can hold. */
public final class Day {
    private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private Day() {}

    /**
     * @param text as in 2026-11-24
     * @throws InvalidValue with the rule {@code date} or {@code range}
     */
    public static LocalDate of(String text) {
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValue("date", "'%s' is not a date such as 2026-11-24", text);
        }
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new InvalidValue("range", "'%s' is not a day of these times", text);
        }
        return day;
    }
}
