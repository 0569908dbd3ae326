package se.skolkvalitet.indicator.imports;

import java.util.regex.Pattern;
import se.skolkvalitet.kit.text.InvalidValue;

/**
 * Of whom a figure is.
 *
 * @param sex {@code T} for all, {@code F} or {@code M}
 * @param grade empty where it is of all grades of the measure
 * @param programme empty where it is of all
 */
record Group(String schoolForm, String sex, String grade, String programme) {
    private static final Pattern PROGRAMME = Pattern.compile("[\\p{L}\\p{Nd}-]{1,20}");

    /** All that a measure is about in a school form. */
    static Group all(String schoolForm) {
        return new Group(schoolForm, "T", "", "");
    }

    /** @throws InvalidValue where the text is no code of a programme */
    static String requireProgramme(String text) {
        if (!PROGRAMME.matcher(text).matches()) {
            throw new InvalidValue("pattern", "'%s' is not the code of a programme", text);
        }
        return text;
    }
}
