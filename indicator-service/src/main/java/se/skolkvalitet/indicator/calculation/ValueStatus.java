package se.skolkvalitet.indicator.calculation;

import se.skolkvalitet.kit.text.Term;

/** What is to be known of a value beside its number, or why it has none. */
public enum ValueStatus implements Term {
    /** As the source has it, or calculated from such figures. */
    NORMAL,
    /** Figures are missing in it; its coverage tells how many. */
    ESTIMATED,
    /** Rounded by the source, or made from rounded figures. */
    ROUNDED,
    /** None, so that nobody can be recognised. */
    WITHHELD,
    /** None, because the source has no figure. */
    MISSING,
    /** None, because it does not apply. */
    NOT_APPLICABLE
}
