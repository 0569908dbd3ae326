package se.skolkvalitet.dialogue.planning;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The days on which meetings are held: Monday to Friday, no Swedish public holiday, and none of the eves on which
 * nobody works (Midsummer, Christmas and New Year).
 */
public final class WorkingDays {
    private static final HolidayManager HOLIDAYS =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN));
    private static final Map<Integer, BitSet> BY_YEAR = new ConcurrentHashMap<>();
    private static final int FIRST_MIDSUMMER_EVE = 19;
    private static final int LAST_MIDSUMMER_EVE = 25;

    private WorkingDays() {}

    /** Asked by the solver for every move, so the answer for a year is worked out once. */
    public static boolean isWorkingDay(LocalDate day) {
        return BY_YEAR.computeIfAbsent(day.getYear(), WorkingDays::daysOfYear).get(day.getDayOfYear());
    }

    private static BitSet daysOfYear(int year) {
        BitSet days = new BitSet();
        LocalDate first = LocalDate.of(year, Month.JANUARY, 1);
        for (LocalDate day = first; day.getYear() == year; day = day.plusDays(1)) {
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            days.set(day.getDayOfYear(), !weekend && !isEve(day) && !HOLIDAYS.isHoliday(day));
        }
        return days;
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
