package se.skolkvalitet.regional.register;

import se.skolkvalitet.kit.text.Term;

/** Whether a school unit is at work. */
public enum UnitStatus implements Term {
    ACTIVE,
    CLOSED
}
