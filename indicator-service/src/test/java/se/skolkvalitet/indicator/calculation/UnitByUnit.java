package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.skolkvalitet.formula.Dimension;
import se.skolkvalitet.formula.Figures;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.formula.Operator;
import se.skolkvalitet.formula.Selection;
import se.skolkvalitet.formula.Weight;
import se.skolkvalitet.indicator.calculation.Population.Member;
import se.skolkvalitet.indicator.calculation.Register.Unit;
import se.skolkvalitet.indicator.calculation.Result.Counted;
import se.skolkvalitet.indicator.calculation.Statistics.Observation;
import se.skolkvalitet.indicator.calculation.Statistics.Series;
import se.skolkvalitet.indicator.imports.ObservationStatus;
import se.skolkvalitet.indicator.protection.DisclosureRules;

/**
 * What each form of formula gives for one school form and one sex.
 *
 * @param inPercent whether the indicator is, so that its ratios are protected as shares are
 */
record UnitByUnit(World world, Areas areas, String schoolForm, String sex, boolean inPercent)
        implements Formula.Cases<Rows> {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<ObservationStatus> TOLD_WITHOUT_VALUE =
            Set.of(ObservationStatus.WITHHELD, ObservationStatus.WITHDRAWN);

    /** How an area's value follows from its units; null where it has none but what the source tells. */
    private interface Aggregate extends BiFunction<Place, Population, Result> {}

    /** A unit's weight in a period; null where nobody knows it. */
    private interface Weights extends BiFunction<Unit, String, BigDecimal> {}

    @Override
    public Rows constant(Formula.Constant formula) {
        return new Rows.Everywhere(Result.constant(formula.number()));
    }

    @Override
    public Rows reported(Formula.Reported formula) {
        Map<Place, Result> rows =
                new HashMap<>(ofOneMeasure(formula.of(), unweighted(), all -> all, (area, population) -> null)
                        .byPlace());
        toldOfAreas(series(formula.of()))
                .filter(figure -> !isTold(figure))
                .forEach(figure -> rows.put(
                        figure.place(),
                        Result.told(
                                figure,
                                population(figure.place(), formula.of(), units(series(formula.of())), unweighted())
                                        .counted(),
                                null)));
        return new Rows.Of(rows);
    }

    @Override
    public Rows total(Formula.Total formula) {
        return totals(formula.of());
    }

    private Rows totals(Figures of) {
        return ofOneMeasure(of, unweighted(), all -> all, rules()::total);
    }

    @Override
    public Rows mean(Formula.Mean formula) {
        return weighed(formula.of(), formula.weight(), Average.ARITHMETIC, all -> all);
    }

    @Override
    public Rows harmonic(Formula.Harmonic formula) {
        return weighed(formula.of(), formula.weight(), Average.HARMONIC, Population::withoutZeroes);
    }

    /** A unit's figure with its weight, too, is one sum by another, where its figure counts. */
    private Rows weighed(Figures of, Weight weight, Average average, UnaryOperator<Population> counting) {
        Weights weights = weights(weight);
        Rows rows = ofOneMeasure(of, weights, counting, (area, population) -> rules().mean(area, population, average));
        return new Rows.Of(rows.byPlace().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        row -> row.getKey().isUnit()
                                ? weighed(row.getKey(), row.getValue(), weights, average, counting)
                                : row.getValue())));
    }

    private Result weighed(
            Place place, Result own, Weights weights, Average average, UnaryOperator<Population> counting) {
        BigDecimal weight = weights.apply(areas.unit(place.area()).orElseThrow(), place.period());
        List<Member> counted =
                counting.apply(new Population(List.of(new Member(own, weight)))).withValueAndWeight();
        return counted.isEmpty() ? own : own.with(average.quotient(counted));
    }

    @Override
    public Rows ratio(Formula.Ratio formula) {
        BigDecimal per = BigDecimal.valueOf(formula.per());
        Counting counting = counting(formula.numerator(), formula.denominator());
        return added(formula.numerator())
                .with(added(formula.denominator()), both -> ratio(both, per, inPercent, counting));
    }

    @Override
    public Rows share(Formula.Share formula) {
        Counting counting = counting(formula.part(), formula.whole());
        return added(formula.part()).with(added(formula.whole()), both -> share(both, counting));
    }

    /** Whether parts and wholes are of pupils. */
    private record Counting(boolean partsOfPupils, boolean wholesOfPupils) {}

    private Counting counting(List<Figures> parts, List<Figures> wholes) {
        return new Counting(areOfPupils(parts), areOfPupils(wholes));
    }

    private boolean areOfPupils(List<Figures> figures) {
        return figures.stream().anyMatch(one -> world.measure(one.measure()).isOfPupils());
    }

    /** A part may be told to be more than its whole where both are rounded, and then is all of it. */
    private Result share(Pair both, Counting counting) {
        Result ratio = ratio(both, HUNDRED, true, counting);
        if (!ratio.hasValue() || ratio.quotient() == null) {
            return ratio;
        }
        if (both.left().lies().low().compareTo(both.right().lies().high()) > 0) {
            return both.none(ValueStatus.MISSING, ValueReason.CONTRADICTION);
        }
        BigDecimal whole = both.right().value();
        Quotient quotient = new Quotient(both.left().value().min(whole).multiply(HUNDRED), whole);
        return both.of(
                        quotient.value(),
                        ratio.bounds() == null ? null : ratio.bounds().within(BigDecimal.ZERO, HUNDRED))
                .with(quotient);
    }

    private Rows added(List<Figures> figures) {
        return figures.stream()
                .map(this::totals)
                .reduce((left, right) -> left.with(right, both -> both.taken(Operator.PLUS)))
                .orElseThrow();
    }

    /** Units are protected as areas are. */
    private Result ratio(Pair both, BigDecimal per, boolean protectsTheRest, Counting counting) {
        if (!both.haveValues()) {
            return both.absent();
        }
        BigDecimal part = both.left().value();
        BigDecimal whole = both.right().value();
        if (whole.signum() == 0) {
            return both.none(ValueStatus.NOT_APPLICABLE, null);
        }
        boolean small = counting.wholesOfPupils()
                && whole.compareTo(BigDecimal.valueOf(world.disclosure().leastGroup())) < 0;
        boolean few = counting.partsOfPupils() && areFew(part);
        boolean fewOthers = protectsTheRest && counting.wholesOfPupils() && areFew(whole.subtract(part));
        if (protectsTheRest && !small && few != fewOthers && world.disclosure().tellsNearly()) {
            return nearly(both, few);
        }
        if (small || few || fewOthers) {
            return both.none(ValueStatus.WITHHELD, ValueReason.FEW);
        }
        Bounds bounds = both.haveBounds()
                ? both.left().lies().times(Bounds.of(per)).by(both.right().lies())
                : null;
        Quotient quotient = new Quotient(part.multiply(per), whole);
        return both.of(quotient.value(), bounds).with(quotient);
    }

    /** Few of the smallest group of which anything is told are the largest share that they can be. */
    private Result nearly(Pair both, boolean none) {
        DisclosureRules rules = world.disclosure();
        BigDecimal most = Exact.divided(
                HUNDRED.multiply(BigDecimal.valueOf(rules.leastCount())), BigDecimal.valueOf(rules.leastGroup()));
        Result told = none
                ? both.of(BigDecimal.ZERO, new Bounds(BigDecimal.ZERO, most))
                : both.of(HUNDRED, new Bounds(HUNDRED.subtract(most), HUNDRED));
        return told.rounded();
    }

    private boolean areFew(BigDecimal pupils) {
        return pupils.signum() > 0
                && pupils.compareTo(BigDecimal.valueOf(world.disclosure().leastCount())) < 0;
    }

    @Override
    public Rows gap(Formula.Gap formula) {
        return formula.asDifference().in(this);
    }

    @Override
    public Rows arithmetic(Formula.Arithmetic formula) {
        return formula.left().in(this).with(formula.right().in(this), both -> both.taken(formula.operator()));
    }

    /** A unit to which the formula's value does not apply, such as a share of nothing, is not in the population. */
    @Override
    public Rows spread(Formula.Spread formula) {
        Map<Place, Result> units = ofUnits(formula.of().in(this).byPlace());
        Figures first = formula.of().figures().findFirst().orElseThrow();
        Weights weights = weights(formula.weight());
        return new Rows.Of(
                areasOf(units.keySet()).stream().collect(Collectors.toMap(area -> area, area -> rules().spread(
                                area, population(area, first, units, weights)))));
    }

    private static Map<Place, Result> ofUnits(Map<Place, Result> rows) {
        return rows.entrySet().stream()
                .filter(row -> row.getKey().isUnit())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Units as the source tells them, and areas as it tells them, or else as they follow from their units. A figure of an
     * area that has no unit in the period is told too, as one of no units.
     */
    private Rows ofOneMeasure(Figures of, Weights weights, UnaryOperator<Population> counting, Aggregate aggregate) {
        Map<Place, Result> units = units(series(of));
        Map<Place, Result> rows = new HashMap<>(units);
        areasOf(units.keySet()).forEach(area -> {
            Result calculated = aggregate.apply(area, counting.apply(population(area, of, units, weights)));
            if (calculated != null) {
                rows.put(area, calculated);
            }
        });
        toldOfAreas(series(of)).filter(UnitByUnit::isTold).forEach(figure -> {
            Place area = figure.place();
            Counted counted =
                    counting.apply(population(area, of, units, weights)).counted();
            if (!isMadeInPlaceOf(figure, rows.get(area), counted)) {
                rows.put(
                        area,
                        Result.told(figure, counted, estimate(figure, rows.get(area)))
                                .restingOnOwn(true));
            }
        });
        return new Rows.Of(rows);
    }

    /** What the source has withdrawn of an area is made from the units, where they have figures. */
    private static boolean isMadeInPlaceOf(Observation figure, Result calculated, Counted counted) {
        return figure.status() == ObservationStatus.WITHDRAWN && calculated != null && counted.withValue() > 0;
    }

    /** What the source withholds is not estimated either. */
    private static BigDecimal estimate(Observation figure, Result calculated) {
        return figure.hasValue() && calculated != null ? calculated.value() : null;
    }

    private Map<Place, Result> units(Series series) {
        return world.statistics()
                .of(series)
                .filter(figure -> figure.place().isUnit() && areas.knows(figure.place()))
                .collect(Collectors.toMap(Observation::place, UnitByUnit::ofUnit));
    }

    private static Result ofUnit(Observation figure) {
        return Result.told(figure, figure.hasValue() ? Counted.ONE_WITH_VALUE : Counted.ONE_WITHOUT_VALUE, null);
    }

    /** Where the source has no figure of an area, it tells nothing of it; but that is all there is of what is only reported. */
    private static boolean isTold(Observation figure) {
        return figure.hasValue() || TOLD_WITHOUT_VALUE.contains(figure.status());
    }

    private Stream<Observation> toldOfAreas(Series series) {
        return world.statistics()
                .of(series)
                .filter(figure -> !figure.place().isUnit() && areas.knows(figure.place()))
                .filter(figure -> ReferenceDay.of(figure.place().period()).isPresent());
    }

    /** Those that one of the units belongs to, each in the unit's period. */
    private Set<Place> areasOf(Collection<Place> units) {
        return units.stream()
                .flatMap(place -> areas.of(areas.unit(place.area()).orElseThrow(), place.period()))
                .collect(Collectors.toSet());
    }

    private Population population(Place area, Figures of, Map<Place, Result> units, Weights weights) {
        return new Population(areas.units(area).stream()
                .filter(unit -> isMeant(of, unit, own(unit, area, units), units.containsKey(rowOf(unit, area))))
                .map(unit -> new Member(own(unit, area, units), weights.apply(unit, area.period())))
                .toList());
    }

    /** A unit that has no row is like one of which the source has no figure. */
    private static Result own(Unit unit, Place area, Map<Place, Result> units) {
        return units.getOrDefault(rowOf(unit, area), Result.none(ValueStatus.MISSING, null, Counted.ONE_WITHOUT_VALUE));
    }

    private static Place rowOf(Unit unit, Place area) {
        return Place.ofUnit(unit.code(), area.period());
    }

    /**
     * The source has the last word; where it says nothing, the register tells, which does not know who has a programme.
     *
     * @param isTold whether the source tells anything of the unit
     */
    private boolean isMeant(Figures of, Unit unit, Result own, boolean isTold) {
        return switch (own.status()) {
            case NOT_APPLICABLE -> false;
            case MISSING, WITHDRAWN, INCOMPLETE ->
                of.selection().only().containsKey(Dimension.PROGRAMME) ? isTold : isInScope(of, unit);
            case NORMAL, ESTIMATED, ROUNDED, WITHHELD -> true;
        };
    }

    /** Where nobody has told a unit's grades it is counted in, so that ignorance never raises coverage. */
    private boolean isInScope(Figures of, Unit unit) {
        String form = of.selection().value(Dimension.FORM, schoolForm);
        Set<Integer> about = grades(of);
        Set<Integer> told = unit.grades().get(form);
        return unit.schoolForms().contains(form)
                && (about.isEmpty() || told == null || told.stream().anyMatch(about::contains));
    }

    /** Empty for all. */
    private Set<Integer> grades(Figures of) {
        String chosen = of.selection().only().get(Dimension.GRADE);
        return chosen == null ? world.measure(of.measure()).grades() : Set.of(Integer.valueOf(chosen));
    }

    private Series series(Figures of) {
        Selection selection = of.selection();
        return new Series(
                of.measure(),
                selection.value(Dimension.FORM, schoolForm),
                selection.value(Dimension.SEX, sex),
                selection.value(Dimension.GRADE, ""),
                selection.value(Dimension.PROGRAMME, ""));
    }

    private static Weights unweighted() {
        return (unit, period) -> null;
    }

    /** Of the weight's own selection, not of that of the figures that it weighs. */
    private Weights weights(Weight weight) {
        Series series = series(weight.figures());
        return weight.latest() ? latest(series) : ofTheSamePeriod(series);
    }

    private Weights ofTheSamePeriod(Series series) {
        return (unit, period) -> world.statistics()
                .of(series, Place.ofUnit(unit.code(), period))
                .filter(UnitByUnit::weighs)
                .map(Observation::value)
                .orElse(null);
    }

    /** Of the greatest period in which the unit weighs anything, be it later than that of the value, or no period at all. */
    private Weights latest(Series series) {
        return (unit, period) -> world.statistics()
                .of(series)
                .filter(figure -> figure.place().isUnit(unit.code()))
                .filter(UnitByUnit::weighs)
                .max(Comparator.comparing(figure -> figure.place().period()))
                .map(Observation::value)
                .orElse(null);
    }

    private static boolean weighs(Observation figure) {
        return figure.hasValue() && figure.value().signum() > 0;
    }

    private AreaRules rules() {
        return new AreaRules(areas, world.leastCoverage());
    }
}
