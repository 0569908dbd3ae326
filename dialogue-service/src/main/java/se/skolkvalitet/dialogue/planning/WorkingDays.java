package se.skolkvalitet.dialogue.planning;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days on which meetings are held: Monday to Friday, no Swedish public holiday, and none of the eves on which
 * nobody works (Midsummer, Christmas and New Year).
 */
public final class WorkingDays {
    private static final HolidayManager HOLIDAYS =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN));
    private static final int FIRST_MIDSUMMER_EVE = 19;
    private static final int LAST_MIDSUMMER_EVE = 25;

    private WorkingDays() {}

    public static boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !isEve(day) && !HOLIDAYS.isHoliday(day);
    }

    /** Those between the first and the last day, both included. */
    public static List<LocalDate> between(LocalDate first, LocalDate last) {
        return Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(1))
                .filter(WorkingDays::isWorkingDay)
                .toList();
    }

    private static boolean isEve(LocalDate day) {
        return switch (day.getMonth()) {
            case DECEMBER -> day.getDayOfMonth() == 24 || day.getDayOfMonth() == 31;
            case JUNE -> isMidsummerEve(day);
            default -> false;
        };
    }

    /** The Friday between 19 and 25 June (SFS 1989:253 sets Midsummer Day on the Saturday after). */
    private static boolean isMidsummerEve(LocalDate day) {
        return day.getMonth() == Month.JUNE
                && day.getDayOfWeek() == DayOfWeek.FRIDAY
                && day.getDayOfMonth() >= FIRST_MIDSUMMER_EVE
                && day.getDayOfMonth() <= LAST_MIDSUMMER_EVE;
    }
}
