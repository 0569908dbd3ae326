package se.skolkvalitet.regional.register;

import se.skolkvalitet.kit.text.Term;

/** Whether an organiser runs school units. */
public enum OrganiserStatus implements Term {
    ACTIVE,
    /** Has lost its last unit: stays known, with the seat it had, and is active again with its next unit. */
    DORMANT
}
