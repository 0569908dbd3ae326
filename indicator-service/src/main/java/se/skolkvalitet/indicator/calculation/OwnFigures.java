package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import se.skolkvalitet.indicator.area.Level;

/**
 * How the source's own figures of areas go with what follows from the figures of their units: where they are far from each
 * other a weight, the register or the source is wrong.
 *
 * @param compared how many values of areas have both
 * @param differing how many of them differ by more than one of the indicator's last decimal, to which both are rounded
 * @param largest the first of those that differ most, which may be by nothing
 */
public record OwnFigures(String indicator, String schoolForm, long compared, long differing, Difference largest) {

    /**
     * @param value the source's own
     * @param estimate from the units
     * @param difference by how much the source's is more
     */
    public record Difference(
            Level level,
            String area,
            String period,
            String sex,
            BigDecimal value,
            BigDecimal estimate,
            BigDecimal difference) {}
}
