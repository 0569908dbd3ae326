package se.skolkvalitet.indicator.comparison;

import jakarta.annotation.Nullable;
import se.skolkvalitet.kit.text.Term;

/**
 * From when on figures are of something else than before.
 *
 * @param period the first of the new kind
 * @param edition that defines the indicator from then on, where that is the reason
 */
public record Break(String period, Reason reason, @Nullable Integer edition) {
    /** Why. */
    public enum Reason implements Term {
        /** The school form began, or has other grades than before. */
        SCHOOL_FORM,
        /** The figure is the source's own, and before it was made of those of the units, or the other way round. */
        SOURCE,
        /** The edition in force defines the indicator, or a measure in it, in another way. */
        DEFINITION
    }
}
