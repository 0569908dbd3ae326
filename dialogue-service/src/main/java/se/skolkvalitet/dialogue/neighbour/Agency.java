package se.skolkvalitet.dialogue.neighbour;

import se.skolkvalitet.kit.text.Term;

/** The two agencies of which an adviser each takes part in every meeting. */
public enum Agency implements Term {
    SKOLVERKET,
    SPSM
}
