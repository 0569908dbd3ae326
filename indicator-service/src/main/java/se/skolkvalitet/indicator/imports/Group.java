package se.skolkvalitet.indicator.imports;

/**
 * Of whom a figure is.
 *
 * @param sex {@code T} for all, {@code F} or {@code M}
 * @param grade empty where it is of all grades of the measure
 * @param programme empty where it is of all
 */
record Group(String schoolForm, String sex, String grade, String programme) {
    /** All that a measure is about in a school form. */
    static Group all(String schoolForm) {
        return new Group(schoolForm, "T", "", "");
    }
}
