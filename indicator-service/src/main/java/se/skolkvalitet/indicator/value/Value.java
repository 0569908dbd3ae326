package se.skolkvalitet.indicator.value;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.calculation.ValueStatus;

/**
 * An indicator's value for an area and period: a number, or a status that says why there is none.
 *
 * @param period null where the source states none, which is only where it has no figure
 * @param sex {@code T} for all
 * @param value in the indicator's unit; null unless the status is normal, rounded or estimated
 * @param coverage of an estimate or a sum: how much of the weight, or of the units, had a value, from 0 to 1
 * @param units school units in the area that have an observation for the period
 * @param unitsWithValue those of them whose figure is in the value
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
        @Schema(enumeration = {"T"}) String sex,
        @Nullable BigDecimal value,
        ValueStatus status,
        @Nullable BigDecimal coverage,
        int units,
        int unitsWithValue) {}
