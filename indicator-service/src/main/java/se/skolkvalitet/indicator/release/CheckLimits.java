package se.skolkvalitet.indicator.release;

import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.util.Map;

/** From how much on somebody has to explain what is other in a release than before. */
@ConfigMapping(prefix = "releases.checks")
public interface CheckLimits {
    /** Of the areas that had a value, how much must have one. */
    BigDecimal leastShare();

    /** So many of them may be without one all the same. */
    int leastAreas();

    /** A number only where it is, or was, at least this. */
    BigDecimal leastCount();

    /** By level; values of others are not looked at one by one. */
    Map<String, Jump> jumps();

    /** How much other a value may be. */
    interface Jump {
        /** A share in percentage points. */
        BigDecimal sharePoints();

        /** Any other in times of what it was, or what it was in times of it. */
        BigDecimal factor();
    }
}
