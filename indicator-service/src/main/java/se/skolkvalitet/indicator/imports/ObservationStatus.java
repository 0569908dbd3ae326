package se.skolkvalitet.indicator.imports;

import se.skolkvalitet.kit.text.Term;

/** What a source says about one of its figures. */
public enum ObservationStatus implements Term {
    NORMAL,
    ROUNDED,
    WITHHELD,
    MISSING,
    NOT_APPLICABLE,
    /** It had been published, and a complete file does not hold it any more; no file says so of itself. */
    WITHDRAWN;

    /** Whether there is a value beside it. */
    boolean hasValue() {
        return this == NORMAL || this == ROUNDED;
    }
}
