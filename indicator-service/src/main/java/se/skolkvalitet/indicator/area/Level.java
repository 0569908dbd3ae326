package se.skolkvalitet.indicator.area;

import se.skolkvalitet.kit.text.Term;

/** The levels at which indicators have values. */
public enum Level implements Term {
    SCHOOL_UNIT,
    ORGANISER,
    MUNICIPALITY,
    COUNTY,
    NATION;

    /** The code of the nation as an area, as in Statistics Sweden's tables. */
    public static final String NATION_CODE = "00";
}
