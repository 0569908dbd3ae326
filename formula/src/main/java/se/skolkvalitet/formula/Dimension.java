package se.skolkvalitet.formula;

import java.util.Locale;

/** What the figures of a measure can be told apart by, beside area and period. */
public enum Dimension {
    /** A school form's code, for example {@code anpassad-grundskola}. */
    FORM,
    GRADE,
    /** {@code T}, {@code F} or {@code M}. */
    SEX,
    /** A programme's code, for example {@code NA}. */
    PROGRAMME;

    /** As it stands in a formula. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Dimension of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
