package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import se.skolkvalitet.formula.Dimension;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.indicator.calculation.World.Indicator;

/**
 * The rules of {@code docs/calculation.md} unit by unit, as they are read there: what the set-wise calculation is held
 * against. {@link UnitByUnit} has each form of formula, {@link AreaRules} what a value of an area asks of its units,
 * {@link Pair} what becomes of two values.
 */
final class Rules implements Calculated {
    private static final int DECIMALS_OF_SHARES = 3;
    private static final String ALL = "T";

    @Override
    public Map<Key, Outcome> of(World world) {
        Areas areas = new Areas(world.register());
        Map<Key, Outcome> outcomes = new HashMap<>();
        for (Indicator indicator : world.indicators()) {
            Formula formula = Formula.parse(indicator.formula());
            for (String schoolForm : indicator.schoolForms()) {
                for (String sex : sexes(formula)) {
                    formula.in(new UnitByUnit(world, areas, schoolForm, sex, indicator.inPercent()))
                            .byPlace()
                            .forEach((place, result) -> outcomes.put(
                                    key(indicator, place, sex, schoolForm),
                                    outcome(result, rounding(formula, place, indicator))));
                }
            }
        }
        return outcomes;
    }

    /** A formula that chooses a sex, of a weight or {@code T} too, has values for all only. */
    private static List<String> sexes(Formula formula) {
        boolean chosen = formula.figures().anyMatch(of -> of.selection().only().containsKey(Dimension.SEX));
        return chosen ? List.of(ALL) : List.of(ALL, "F", "M");
    }

    private static Key key(Indicator indicator, Place place, String sex, String schoolForm) {
        return new Key(indicator.code(), place.level(), place.area(), place.period(), sex, schoolForm);
    }

    /** The source's figure of a unit is published as it came, never rounded again; that of an area is rounded. */
    private static UnaryOperator<BigDecimal> rounding(Formula formula, Place place, Indicator indicator) {
        return place.isUnit() && formula.isOneMeasure()
                ? UnaryOperator.identity()
                : number -> Exact.rounded(number, indicator.decimals());
    }

    private static Outcome outcome(Result result, UnaryOperator<BigDecimal> rounding) {
        Bounds bounds = result.bounds();
        return new Outcome(
                rounding.apply(result.value()),
                bounds == null ? null : rounding.apply(bounds.low()),
                bounds == null ? null : rounding.apply(bounds.high()),
                result.status(),
                result.reason(),
                share(result.coverage(), RoundingMode.DOWN),
                share(result.roundedShare(), RoundingMode.HALF_UP),
                rounding.apply(result.estimate()),
                result.counted().units(),
                result.counted().withValue());
    }

    private static BigDecimal share(BigDecimal number, RoundingMode mode) {
        return number == null ? null : number.setScale(DECIMALS_OF_SHARES, mode);
    }
}
