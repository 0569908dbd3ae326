package se.skolkvalitet.certificate;

import java.math.BigDecimal;

/**
 * A rule by which cells are primary that everybody is taken to know: those from the least to the most are, and no others.
 */
public record Few(BigDecimal least, BigDecimal most) {
    public Few {
        if (least.signum() < 0 || least.compareTo(most) > 0) {
            throw new IllegalArgumentException("Nothing lies between " + least + " and " + most);
        }
    }

    public boolean has(BigDecimal value) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }
}
