package se.skolkvalitet.indicator.value;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.calculation.ValueReason;
import se.skolkvalitet.indicator.calculation.ValueStatus;

/**
 * An indicator's value for an area and period: a number, or a status that says why there is none.
 *
 * @param period null where the source states none, which is only where it has no figure
 * @param sex {@code T} for all, {@code F} for girls and women, {@code M} for boys and men
 * @param value in the indicator's unit; null unless the status is normal, rounded or estimated
 * @param low of a value that rests on rounded figures: the least that it may be
 * @param high the most that it may be
 * @param reason why there is no value, where the status alone does not say it
 * @param coverage of an area's value made from its units: how much of their weight, or of a total how many of them, had
 *     a figure; from 0 to 1 to three decimals, cut off
 * @param roundedShare of the weight, or of a total's units, how much are figures that their source rounded, from 0 to 1
 * @param estimate where the value is the source's own figure of an area: what would follow from its units
 * @param units school units of the area to which it applies, by the register; in releases before 0.2, those with an
 *     observation
 * @param unitsWithValue those of them that have a figure
 */
public record Value(
        ValueId id,
        String release,
        String indicator,
        Level level,
        String area,
        String areaName,
        @Nullable String period,
        String schoolForm,
        @Schema(enumeration = {"T", "F", "M"}) String sex,
        @Nullable BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        ValueStatus status,
        @Nullable ValueReason reason,
        @Nullable BigDecimal coverage,
        @Nullable BigDecimal roundedShare,
        @Nullable BigDecimal estimate,
        int units,
        int unitsWithValue) {}
