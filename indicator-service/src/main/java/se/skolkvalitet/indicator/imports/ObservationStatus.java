package se.skolkvalitet.indicator.imports;

import se.skolkvalitet.kit.text.Term;

/** What a source says about one of its figures. */
public enum ObservationStatus implements Term {
    NORMAL,
    ROUNDED,
    WITHHELD,
    MISSING,
    NOT_APPLICABLE
}
