package se.skolkvalitet.indicator.area;

import se.skolkvalitet.kit.text.InvalidValue;
import se.skolkvalitet.kit.text.Term;

/** The levels at which indicators have values. */
public enum Level implements Term {
    SCHOOL_UNIT(8),
    ORGANISER(10),
    MUNICIPALITY(4),
    COUNTY(2),
    NATION(2);

    /** The code of the nation as an area, as in Statistics Sweden's tables. */
    public static final String NATION_CODE = "00";

    private final int digits;

    Level(int digits) {
        this.digits = digits;
    }

    /** @throws InvalidValue where the text is no code that an area of this level can have */
    public void requireCode(String code) {
        boolean right = code.length() == digits
                && code.chars().allMatch(c -> c >= '0' && c <= '9')
                && code.equals(NATION_CODE) == (this == NATION);
        if (!right) {
            throw this == NATION
                    ? new InvalidValue("pattern", "'%s' is not the nation, which is " + NATION_CODE, code)
                    : new InvalidValue(
                            "pattern", "'%s' is not a code of the level %s: %s digits", code, value(), digits);
        }
    }
}
