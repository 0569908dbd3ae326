package se.skolkvalitet.indicator.unitcode;

import se.skolkvalitet.kit.text.Term;

/** Whose codes of school units they are, beside the register's own. */
public enum UnitCodeScheme implements Term {
    /** The ids of organisational units in Kolada. */
    KOLADA_OU
}
