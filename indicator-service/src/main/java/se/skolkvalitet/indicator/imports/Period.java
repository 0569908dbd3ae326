package se.skolkvalitet.indicator.imports;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.skolkvalitet.kit.text.InvalidValue;

/** A school year {@code 2024/25}, a calendar year {@code 2024}, or no period at all, which is the empty text. */
record Period(String value) {
    static final Period NONE = new Period("");
    private static final String SCHOOL_YEAR_KIND = "school-year";
    private static final Pattern SCHOOL_YEAR = Pattern.compile("((?:19|20)\\d{2})/(\\d{2})");
    private static final Pattern CALENDAR_YEAR = Pattern.compile("(?:19|20)\\d{2}");

    /** Autumn or spring. Those of this century: the source's begin in 2012. */
    private static final Pattern SEMESTER = Pattern.compile("([HV]T)(\\d{2})");

    /**
     * @param text null for no period
     * @param kind {@code school-year} or {@code calendar-year}
     */
    static Period read(String text, String kind) {
        if (text == null) {
            return NONE;
        }
        boolean right = kind.equals(SCHOOL_YEAR_KIND)
                ? isSchoolYear(text)
                : CALENDAR_YEAR.matcher(text).matches();
        if (!right) {
            throw new InvalidValue("period", "'%s' is not a %s", text, kind.replace('-', ' '));
        }
        return new Period(text);
    }

    /** The period of a kind that begins in the year. */
    static Period beginningIn(int year, String kind) {
        String text =
                kind.equals(SCHOOL_YEAR_KIND) ? "%d/%02d".formatted(year, (year + 1) % 100) : String.valueOf(year);
        return read(text, kind);
    }

    static boolean isSemester(String text) {
        return SEMESTER.matcher(text).matches();
    }

    /** The school year of a semester: {@code HT25} and {@code VT26} belong to 2025/26. */
    static Period ofSemester(String text) {
        Matcher semester = SEMESTER.matcher(text);
        if (!semester.matches()) {
            throw new InvalidValue("period", "'%s' is not a semester like VT26", text);
        }
        int year = 2000 + Integer.parseInt(semester.group(2));
        return beginningIn(semester.group(1).equals("HT") ? year : year - 1, SCHOOL_YEAR_KIND);
    }

    private static boolean isSchoolYear(String text) {
        Matcher years = SCHOOL_YEAR.matcher(text);
        return years.matches() && (Integer.parseInt(years.group(1)) + 1) % 100 == Integer.parseInt(years.group(2));
    }
}
