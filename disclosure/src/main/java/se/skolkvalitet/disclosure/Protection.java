package se.skolkvalitet.disclosure;

import java.math.BigDecimal;

/**
 * How uncertain a primary cell has to be to somebody who knows that nothing is below zero. Whatever is asked, its value must
 * not follow from what is published.
 *
 * @param below how far under its value it must be able to lie
 * @param above how far over it
 * @param width how far apart the least and the most that it may be must lie
 */
public record Protection(BigDecimal below, BigDecimal above, BigDecimal width) {
    /** That it must not follow, and nothing more. */
    public static final Protection LEAST = new Protection(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public Protection {
        if (below.signum() < 0 || above.signum() < 0 || width.signum() < 0) {
            throw new IllegalArgumentException("Nothing is less than certain: " + below + ", " + above + ", " + width);
        }
    }

    public static Protection ofWidth(BigDecimal width) {
        return new Protection(BigDecimal.ZERO, BigDecimal.ZERO, width);
    }

    /** Whether it does not matter where the value lies between the ends. */
    boolean isWidthAlone() {
        return below.signum() == 0 && above.signum() == 0;
    }

    boolean isLeast() {
        return equals(LEAST);
    }
}
