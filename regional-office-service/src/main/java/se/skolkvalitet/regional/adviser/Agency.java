package se.skolkvalitet.regional.adviser;

import se.skolkvalitet.kit.text.Term;

/** The two agencies whose advisers hold the dialogues. */
public enum Agency implements Term {
    SKOLVERKET,
    SPSM
}
