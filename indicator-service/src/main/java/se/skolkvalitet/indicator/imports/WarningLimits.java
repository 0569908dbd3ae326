package se.skolkvalitet.indicator.imports;

import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;

/** From how much on it is odd that a figure is another than that of the period before. */
@ConfigMapping(prefix = "imports.warnings")
public interface WarningLimits {
    /** A share that differs by more percentage points. */
    BigDecimal sharePoints();

    /** Any other figure that is more than so many times what it was, or less than the so-manieth part. */
    BigDecimal factor();

    /** A count only where it is, or was, at least this. */
    BigDecimal leastCount();
}
