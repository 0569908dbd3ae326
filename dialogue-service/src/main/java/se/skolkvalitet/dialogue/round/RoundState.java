package se.skolkvalitet.dialogue.round;

import se.skolkvalitet.kit.text.Term;

/** A round is open until a plan without conflicts is saved. */
public enum RoundState implements Term {
    OPEN,
    PLANNED
}
