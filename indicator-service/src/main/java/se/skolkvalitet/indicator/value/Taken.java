package se.skolkvalitet.indicator.value;

import jakarta.annotation.Nullable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.skolkvalitet.formula.Dimension;
import se.skolkvalitet.formula.Figures;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.formula.Selection;
import se.skolkvalitet.formula.Weight;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.framework.Edition;

/** Which figures went into a value. */
final class Taken implements Formula.Cases<Void> {
    private final Value value;
    private final Edition edition;
    private final Set<Series> series = new LinkedHashSet<>();

    /** Figures of a measure in one group; grade and programme are empty where they are of all. */
    record Group(String measure, String schoolForm, String sex, String grade, String programme) {}

    /**
     * Figures that were taken.
     *
     * @param weighed what they weigh; null unless they are weights
     * @param grades of the units that what they weigh is about; null where it is about those of all grades
     * @param latest each unit's latest that is over zero, whatever its period
     */
    record Series(
            Group of, @Nullable Group weighed, @Nullable Set<Integer> grades, boolean latest) {}

    private Taken(Value value, Edition edition) {
        this.value = value;
        this.edition = edition;
    }

    static Set<Series> by(Formula formula, Value value, Edition edition) {
        Taken taken = new Taken(value, edition);
        formula.in(taken);
        return taken.series;
    }

    @Override
    public Void constant(Formula.Constant formula) {
        return null;
    }

    @Override
    public Void reported(Formula.Reported formula) {
        return add(formula.of());
    }

    @Override
    public Void total(Formula.Total formula) {
        return add(formula.of());
    }

    @Override
    public Void mean(Formula.Mean formula) {
        return add(formula.of(), formula.weight());
    }

    @Override
    public Void harmonic(Formula.Harmonic formula) {
        return add(formula.of(), formula.weight());
    }

    @Override
    public Void ratio(Formula.Ratio formula) {
        return add(formula.numerator(), formula.denominator());
    }

    @Override
    public Void share(Formula.Share formula) {
        return add(formula.part(), formula.whole());
    }

    @Override
    public Void gap(Formula.Gap formula) {
        return formula.asDifference().in(this);
    }

    @Override
    public Void spread(Formula.Spread formula) {
        formula.of().in(this);
        return weigh(formula.of().figures().findFirst().orElseThrow(), formula.weight());
    }

    @Override
    public Void arithmetic(Formula.Arithmetic formula) {
        formula.left().in(this);
        return formula.right().in(this);
    }

    private Void add(List<Figures> first, List<Figures> second) {
        first.forEach(this::add);
        second.forEach(this::add);
        return null;
    }

    private Void add(Figures figures) {
        series.add(new Series(group(figures, value), null, null, false));
        return null;
    }

    private Void add(Figures figures, Weight weight) {
        add(figures);
        return weigh(figures, weight);
    }

    /** A unit's own figure needs no weight, but in periods that are taken together. */
    private Void weigh(Figures figures, Weight weight) {
        if (value.level() != Level.SCHOOL_UNIT || value.isPooled()) {
            Set<Integer> grades =
                    edition.measure(figures.measure()).orElseThrow().grades(figures.selection());
            series.add(new Series(
                    group(weight.figures(), value),
                    group(figures, value),
                    grades.isEmpty() ? null : grades,
                    weight.latest()));
        }
        return null;
    }

    /** Which figures are meant in the formula of a value. */
    static Group group(Figures figures, Value value) {
        Selection selection = figures.selection();
        return new Group(
                figures.measure(),
                selection.value(Dimension.FORM, value.schoolForm()),
                selection.value(Dimension.SEX, value.sex()),
                selection.value(Dimension.GRADE, ""),
                selection.value(Dimension.PROGRAMME, ""));
    }
}
