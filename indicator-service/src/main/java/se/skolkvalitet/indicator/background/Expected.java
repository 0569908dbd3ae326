package se.skolkvalitet.indicator.background;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import se.skolkvalitet.indicator.value.Value;

/**
 * What is expected of a value by the background of its pupils: by a line of ours, by the source of its figures, or by both,
 * which need not agree.
 *
 * @param expected the intercept and, for each variable, its coefficient times the area's own value of it; rounded to the
 *     indicator's decimals. That of a share is no share, and may lie outside 0 and 100. Null where there is no line
 * @param residual the value less what is expected before that is rounded; rounded in the same way
 * @param model the line; null where there is none
 * @param sourceDeviation how far the source tells that the area is from what it expects itself, as SALSA does, a value like
 *     others; null where the edition names no indicator of it, or the area has no row of it
 */
public record Expected(
        Value value,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal residual,
        @Nullable Model model,
        @Nullable Value sourceDeviation) {

    static Expected byTheSource(Value value, Value deviation) {
        return new Expected(value, null, null, null, deviation);
    }

    Expected with(Value deviation) {
        return new Expected(value, expected, residual, model, deviation);
    }

    /**
     * The line by which values of the indicator are expected in the period and school form.
     *
     * @param units school units that it was made from, each counting the same
     * @param r2 which share of the variance between them the background explains, from 0 to 1, to three decimals
     * @param intercept in the indicator's unit, to twelve digits, as it was used
     * @param coefficients in the order of the edition
     */
    public record Model(int units, BigDecimal r2, BigDecimal intercept, List<Coefficient> coefficients) {}

    /**
     * @param indicator of the background
     * @param coefficient by how much the expected value changes with one more of it, to twelve digits, as it was used
     * @param background the area's own value of it
     */
    public record Coefficient(String indicator, BigDecimal coefficient, BackgroundFigure background) {}
}
