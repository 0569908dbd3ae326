package se.skolkvalitet.indicator.value;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.calculation.ValueReason;
import se.skolkvalitet.indicator.calculation.ValueStatus;

/**
 * An indicator's value for an area and period: a number, or a status that says why there is none.
 *
 * @param period null where the source states none, which is only where it has no figure; {@code 2022/23..2024/25} of three
 *     taken together
 * @param sex {@code T} for all, {@code F} for girls and women, {@code M} for boys and men
 * @param value in the indicator's unit; null unless the status is normal, rounded or estimated
 * @param low of a value that rests on rounded figures: the least that it may be
 * @param high the most that it may be
 * @param intervalLow of a share of which it is known how many it is about: the least that the chance behind it may be, with a
 *     confidence of 95 % (Wilson)
 * @param intervalHigh the most
 * @param reason why there is no value, where the status alone does not say it
 * @param coverage of an area's value made from its units: how much of their weight, or of a total how many of them, had
 *     a figure; from 0 to 1 to three decimals, cut off
 * @param roundedShare of the weight, or of a total's units, how much are figures that their source rounded, from 0 to 1
 * @param estimate where the value is the source's own figure of an area: what would follow from its units; null where their sources do
 *     not publish all their figures
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
        @Nullable BigDecimal intervalLow,
        @Nullable BigDecimal intervalHigh,
        ValueStatus status,
        @Nullable ValueReason reason,
        @Nullable BigDecimal coverage,
        @Nullable BigDecimal roundedShare,
        @Nullable BigDecimal estimate,
        int units,
        int unitsWithValue) {
    /** Whether it is of several periods taken together. */
    @JsonIgnore
    boolean isPooled() {
        return period != null && isPooled(period);
    }

    /** Whether it is several periods taken together. */
    public static boolean isPooled(String period) {
        return period.contains("..");
    }
}
