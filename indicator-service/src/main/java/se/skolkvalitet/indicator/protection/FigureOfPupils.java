package se.skolkvalitet.indicator.protection;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import se.skolkvalitet.indicator.area.Level;

/**
 * What a step has of a unit or an area.
 *
 * @param area the calculation's number for it
 * @param code of the unit or area
 * @param value of a unit its figure, of an area its source's own figure, or what its units have together: of a mean, times their weights
 * @param weight of a mean; null of others
 * @param isOwn whether it is the source's own: of a unit always
 * @param isOpen whether its source publishes it
 * @param ofUnits where it is the source's own figure of an area: what its units have together, which is not told; null where none has
 *     a figure, and of others
 * @param without where it is that: the units that it is about and that have no figure; empty of others
 * @param weightWithout what these have of the weight of a mean; null of others
 */
record FigureOfPupils(
        int step,
        Level level,
        int area,
        String code,
        BigDecimal value,
        @Nullable BigDecimal weight,
        boolean isOwn,
        boolean isOpen,
        @Nullable BigDecimal ofUnits,
        List<Integer> without,
        @Nullable BigDecimal weightWithout) {}
