package se.skolkvalitet.framework.edition;

import se.skolkvalitet.kit.text.Term;

/** The three areas in which sub-goals make a goal precise. */
public enum Area implements Term {
    EQUITY,
    QUALITY,
    DEVELOPMENT_AND_LEARNING
}
