package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import se.skolkvalitet.formula.Dimension;
import se.skolkvalitet.formula.Figures;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.formula.Selection;
import se.skolkvalitet.formula.Weight;
import se.skolkvalitet.indicator.calculation.Plan.CombinationKind;
import se.skolkvalitet.indicator.calculation.Plan.PartKind;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.framework.Edition.Indicator;
import se.skolkvalitet.indicator.framework.Edition.Measure;

/** Takes the formulas of an edition apart into the steps of a {@link Plan}. */
final class Planner implements Formula.Cases<Integer> {
    private static final String ALL_SEXES = "T";
    private static final List<String> SEXES = List.of(ALL_SEXES, "F", "M");

    private final Map<String, Measure> measures;
    private final Numbered<ScopeKey, Plan.Scope> scopes = new Numbered<>();
    private final Numbered<SeriesKey, Plan.Series> series = new Numbered<>();
    private final Numbered<WeighingKey, Plan.Weighing> weighings = new Numbered<>();
    private final Numbered<Object, Object> steps = new Numbered<>();
    private final Map<Integer, Integer> rounds = new HashMap<>();
    private final Set<Integer> inner = new HashSet<>();
    private final Set<Integer> ofPupils = new HashSet<>();
    private final List<Plan.Wanted> values = new ArrayList<>();

    private String schoolForm;
    private String sex;
    private boolean inPercent;

    private Planner(Map<String, Measure> measures) {
        this.measures = measures;
    }

    static Plan of(Edition edition) {
        Planner planner =
                new Planner(edition.measures().stream().collect(Collectors.toMap(Measure::code, Function.identity())));
        edition.indicators().forEach(planner::add);
        return planner.plan();
    }

    private void add(Indicator indicator) {
        Formula formula = Formula.parse(indicator.formula());
        inPercent = indicator.inPercent();
        for (String form : new TreeSet<>(indicator.schoolForms())) {
            for (String one : formula.choosesSex() ? List.of(ALL_SEXES) : SEXES) {
                schoolForm = form;
                sex = one;
                values.add(new Plan.Wanted(
                        values.size() + 1,
                        formula.in(this),
                        indicator.code(),
                        form,
                        one,
                        indicator.decimals(),
                        !indicator.counts()));
            }
        }
    }

    private Plan plan() {
        List<Plan.Part> parts = steps.only(Plan.Part.class).stream()
                .map(part -> new Plan.Part(
                        part.step(), part.kind(), part.series(), part.weighing(), inner.contains(part.step())))
                .toList();
        return new Plan(
                scopes.all(),
                series.all(),
                weighings.all(),
                parts,
                steps.only(Plan.Combination.class),
                steps.only(Plan.Spread.class),
                List.copyOf(values));
    }

    @Override
    public Integer constant(Formula.Constant formula) {
        throw new IllegalArgumentException("a number alone is no indicator");
    }

    @Override
    public Integer reported(Formula.Reported formula) {
        return part(PartKind.REPORTED, formula.of(), null);
    }

    @Override
    public Integer total(Formula.Total formula) {
        return part(PartKind.TOTAL, formula.of(), null);
    }

    @Override
    public Integer mean(Formula.Mean formula) {
        return part(PartKind.MEAN, formula.of(), weighing(formula.weight()));
    }

    @Override
    public Integer harmonic(Formula.Harmonic formula) {
        return part(PartKind.HARMONIC, formula.of(), weighing(formula.weight()));
    }

    @Override
    public Integer ratio(Formula.Ratio formula) {
        CombinationKind kind = inPercent ? CombinationKind.PERCENT : CombinationKind.RATIO;
        return divided(kind, formula.numerator(), formula.denominator(), formula.per());
    }

    @Override
    public Integer share(Formula.Share formula) {
        return divided(CombinationKind.SHARE, formula.part(), formula.whole(), Formula.Share.PER);
    }

    @Override
    public Integer gap(Formula.Gap formula) {
        return formula.asDifference().in(this);
    }

    @Override
    public Integer spread(Formula.Spread formula) {
        int of = inner(formula.of().in(this));
        int scope = scope(formula.of().figures().findFirst().orElseThrow());
        int weighing = weighing(formula.weight());
        int round = rounds.get(of) + 1;
        return step(
                new SpreadKey(of, scope, weighing),
                round,
                step -> new Plan.Spread(step, round, of, scope, weighing),
                ofPupils.contains(of));
    }

    @Override
    public Integer arithmetic(Formula.Arithmetic formula) {
        CombinationKind kind = CombinationKind.valueOf(formula.operator().name());
        return combined(kind, side(formula.left()), side(formula.right()), 1);
    }

    private Side side(Formula formula) {
        return formula.constant().map(number -> new Side(null, number)).orElseGet(() -> made(formula.in(this)));
    }

    private int divided(CombinationKind kind, List<Figures> numerator, List<Figures> denominator, long per) {
        return combined(kind, made(added(numerator)), made(added(denominator)), per);
    }

    private int added(List<Figures> figures) {
        return figures.stream()
                .map(one -> part(PartKind.TOTAL, one, null))
                .reduce((sum, one) -> combined(CombinationKind.PLUS, made(sum), made(one), 1))
                .orElseThrow();
    }

    private int combined(CombinationKind kind, Side first, Side second, long per) {
        int round = Math.max(round(first), round(second)) + 1;
        return step(
                new CombinationKey(kind, first, second, per),
                round,
                step -> new Plan.Combination(
                        step,
                        round,
                        kind,
                        first.step(),
                        first.number(),
                        isOfPupils(first),
                        second.step(),
                        second.number(),
                        isOfPupils(second),
                        per),
                isOfPupils(first) || isOfPupils(second));
    }

    private boolean isOfPupils(Side side) {
        return ofPupils.contains(side.step());
    }

    private int part(PartKind kind, Figures of, Integer weighing) {
        int figures = series(of);
        return step(
                new PartKey(kind, figures, weighing),
                0,
                step -> new Plan.Part(step, kind, figures, weighing, false),
                measures.get(of.measure()).aboutPupils());
    }

    private int step(Object key, int round, IntFunction<Object> made, boolean isOfPupils) {
        int step = steps.number(key, made);
        if (isOfPupils) {
            ofPupils.add(step);
        }
        rounds.put(step, round);
        return step;
    }

    private Side made(int step) {
        return new Side(inner(step), null);
    }

    private int inner(int step) {
        inner.add(step);
        return step;
    }

    private int round(Side side) {
        return side.step() == null ? 0 : rounds.get(side.step());
    }

    private int weighing(Weight weight) {
        WeighingKey key = new WeighingKey(series(weight.figures()), weight.latest());
        return weighings.number(key, number -> new Plan.Weighing(number, key.series(), key.latest()));
    }

    private int series(Figures figures) {
        Selection selection = figures.selection();
        Measure measure = measures.get(figures.measure());
        SeriesKey key = new SeriesKey(
                scope(figures),
                figures.measure(),
                selection.value(Dimension.FORM, schoolForm),
                selection.value(Dimension.SEX, sex),
                selection.value(Dimension.GRADE, ""),
                selection.value(Dimension.PROGRAMME, ""));
        return series.number(
                key,
                number -> new Plan.Series(
                        number,
                        key.scope(),
                        key.measure(),
                        key.schoolForm(),
                        key.sex(),
                        key.grade(),
                        key.programme(),
                        measure.aboutPupils(),
                        measure.counts(),
                        measure.sharesInPercent()));
    }

    private int scope(Figures figures) {
        SortedSet<Integer> grades =
                new TreeSet<>(measures.get(figures.measure()).grades(figures.selection()));
        ScopeKey key = new ScopeKey(
                figures.selection().value(Dimension.FORM, schoolForm),
                grades.isEmpty() ? null : grades,
                figures.selection().only().containsKey(Dimension.PROGRAMME));
        return scopes.number(key, number -> new Plan.Scope(number, key.schoolForm(), key.grades(), key.bySource()));
    }

    private record ScopeKey(String schoolForm, SortedSet<Integer> grades, boolean bySource) {}

    private record SeriesKey(
            int scope, String measure, String schoolForm, String sex, String grade, String programme) {}

    private record WeighingKey(int series, boolean latest) {}

    private record PartKey(PartKind kind, int series, Integer weighing) {}

    private record CombinationKey(CombinationKind kind, Side first, Side second, long per) {}

    private record SpreadKey(int of, int scope, int weighing) {}

    /** A step or a number. */
    private record Side(Integer step, BigDecimal number) {}

    /** Things that are the same get the same number and are made once. */
    private static final class Numbered<K, V> {
        private final Map<K, Integer> numbers = new LinkedHashMap<>();
        private final List<V> made = new ArrayList<>();

        int number(K key, IntFunction<? extends V> maker) {
            Integer known = numbers.get(key);
            if (known != null) {
                return known;
            }
            int number = made.size() + 1;
            numbers.put(key, number);
            made.add(maker.apply(number));
            return number;
        }

        List<V> all() {
            return List.copyOf(made);
        }

        <T> List<T> only(Class<T> type) {
            return made.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }
}
