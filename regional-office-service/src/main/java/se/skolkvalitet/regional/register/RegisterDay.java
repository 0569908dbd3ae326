package se.skolkvalitet.regional.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.text.InvalidValue;

/** The days of the register are those of the Swedish calendar, in years of four digits. */
@ApplicationScoped
class RegisterDay {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    @Inject
    Clock clock;

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }

    static LocalDate parse(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (isInRange(day)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw new InvalidValue("date", "'%s' is not a date such as 2026-11-24", text);
        }
        throw new InvalidValue("range", "'%s' is not a day of these times", text);
    }

    /** @throws ProblemException 400 for a parameter with a day that no register has */
    static void require(String parameter, LocalDate day) {
        if (day != null && !isInRange(day)) {
            throw ProblemException.invalid(parameter, "range", "%s is not a day of these times.".formatted(day));
        }
    }

    private static boolean isInRange(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }
}
