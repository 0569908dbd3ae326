package se.skolkvalitet.framework.edition;

import se.skolkvalitet.kit.text.Term;

/** Which way is better. */
public enum Direction implements Term {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    NEUTRAL
}
