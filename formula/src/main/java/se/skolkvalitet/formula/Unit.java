package se.skolkvalitet.formula;

import se.skolkvalitet.kit.text.Term;

/** What an indicator or measure is counted in. */
public enum Unit implements Term {
    PERCENT,
    POINTS,
    NUMBER,
    RATIO
}
