package se.skolkvalitet.indicator.calculation;

import se.skolkvalitet.kit.text.Term;

/** What is to be known of a value beside its number, or why it has none. */
public enum ValueStatus implements Term {
    /** As the source has it, or calculated from such figures. */
    NORMAL,
    /** Made from units that weigh differently, or from other estimates; its coverage tells how much it rests on. */
    ESTIMATED,
    /** Rounded by the source, or made from rounded figures. */
    ROUNDED,
    /** None, so that nobody can be recognised. */
    WITHHELD,
    /** None, because parts of it are missing; its reason tells which. */
    INCOMPLETE,
    /** None, because the source has withdrawn what it had published. */
    WITHDRAWN,
    /** None, because the source has no figure, or for the reason beside it. */
    MISSING,
    /** None, because it does not apply. */
    NOT_APPLICABLE
}
