package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import se.skolkvalitet.formula.Dimension;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.indicator.calculation.World.Indicator;
import se.skolkvalitet.indicator.comparison.Interval;

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
        Set<Key> own = new HashSet<>();
        for (Indicator indicator : world.indicators()) {
            Formula formula = Formula.parse(indicator.formula());
            for (String schoolForm : indicator.schoolForms()) {
                List<Of> rows = rows(world, areas, indicator, schoolForm, formula);
                for (Of of : Pooling.with(rows, daysOfChange(world, schoolForm), formula.isOneMeasure())) {
                    Key key = new Key(
                            indicator.code(),
                            of.place().level(),
                            of.place().area(),
                            of.place().period(),
                            of.sex(),
                            schoolForm);
                    outcomes.put(
                            key, outcome(of.result(), rounding(formula, of.place(), indicator), interval(formula, of)));
                    if (of.result().own()) {
                        own.add(key);
                    }
                }
            }
        }
        return new Standings(world.register().kinds(), own).in(outcomes);
    }

    private static List<LocalDate> daysOfChange(World world, String schoolForm) {
        return world.formChanges().stream()
                .filter(change -> change.schoolForm().equals(schoolForm))
                .map(SchoolFormChange::day)
                .toList();
    }

    /** A formula that chooses a sex, of a weight or {@code T} too, has values for all only. */
    private static List<String> sexes(Formula formula) {
        boolean chosen = formula.figures().anyMatch(of -> of.selection().only().containsKey(Dimension.SEX));
        return chosen ? List.of(ALL) : List.of(ALL, "F", "M");
    }

    private static List<Of> rows(World world, Areas areas, Indicator indicator, String schoolForm, Formula formula) {
        return sexes(formula).stream()
                .flatMap(
                        sex -> formula
                                .in(new UnitByUnit(world, areas, schoolForm, sex, indicator.inPercent()))
                                .byPlace()
                                .entrySet()
                                .stream()
                                .map(row -> new Of(row.getKey(), sex, row.getValue())))
                .toList();
    }

    /** The source's figure of a unit is published as it came, never rounded again; that of an area is rounded. */
    private static UnaryOperator<BigDecimal> rounding(Formula formula, Place place, Indicator indicator) {
        return place.isUnit() && formula.isOneMeasure() && !Pooling.isPooled(place.period())
                ? UnaryOperator.identity()
                : number -> Exact.rounded(number, indicator.decimals());
    }

    /** A row of an indicator and a school form. */
    record Of(Place place, String sex, Result result) {}

    /** Of a share of which it is known how many it is about; it begins and ends where the share's bounds do. */
    private static Bounds interval(Formula formula, Of of) {
        if (!(formula instanceof Formula.Share) || of.result().quotient() == null) {
            return null;
        }
        BigDecimal whole = of.result().quotient().divisor();
        Bounds lies = of.result().lies();
        return new Bounds(
                Interval.ofShare(lies.low(), whole).low(),
                Interval.ofShare(lies.high(), whole).high());
    }

    private static Outcome outcome(Result result, UnaryOperator<BigDecimal> rounding, Bounds interval) {
        Bounds bounds = result.bounds();
        return new Outcome(
                rounding.apply(result.value()),
                bounds == null ? null : rounding.apply(bounds.low()),
                bounds == null ? null : rounding.apply(bounds.high()),
                interval == null ? null : rounding.apply(interval.low()),
                interval == null ? null : rounding.apply(interval.high()),
                result.status(),
                result.reason(),
                share(result.coverage(), RoundingMode.DOWN),
                share(result.roundedShare(), RoundingMode.HALF_UP),
                rounding.apply(result.estimate()),
                result.counted().units(),
                result.counted().withValue(),
                null);
    }

    private static BigDecimal share(BigDecimal number, RoundingMode mode) {
        return number == null ? null : number.setScale(DECIMALS_OF_SHARES, mode);
    }
}
