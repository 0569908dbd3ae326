package se.skolkvalitet.indicator.background;

import se.skolkvalitet.kit.text.Term;

/** Why values cannot be expected from their background. */
public enum ModelReason implements Term {
    /** Too few school units have the value and all of the background. */
    FEW_UNITS,
    /** All units have the same value, and a background explains nothing that does not vary. */
    SAME_VALUE,
    /** A variable of the background does not vary, or follows from the others. */
    COLLINEAR
}
