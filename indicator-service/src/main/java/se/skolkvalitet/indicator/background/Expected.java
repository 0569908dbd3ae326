package se.skolkvalitet.indicator.background;

import java.math.BigDecimal;
import java.util.List;
import se.skolkvalitet.indicator.value.Value;

/**
 * What is expected of a value by the background of its pupils.
 *
 * @param expected the intercept and, for each variable, its coefficient times the area's own value of it; rounded to the
 *     indicator's decimals. That of a share is no share, and may lie outside 0 and 100
 * @param residual the value less what is expected before that is rounded; rounded in the same way
 */
public record Expected(Value value, BigDecimal expected, BigDecimal residual, Model model) {

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
