package se.skolkvalitet.framework.edition;

import se.skolkvalitet.kit.text.Term;

/** The levels of areas that sources give figures of, beside those of school units. */
public enum AreaLevel implements Term {
    ORGANISER,
    MUNICIPALITY,
    COUNTY,
    NATION
}
