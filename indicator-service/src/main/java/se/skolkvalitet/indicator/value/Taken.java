package se.skolkvalitet.indicator.value;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.skolkvalitet.formula.Dimension;
import se.skolkvalitet.formula.Figures;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.formula.Selection;
import se.skolkvalitet.formula.Weight;
import se.skolkvalitet.indicator.area.Level;

/** Which figures went into a value. */
final class Taken implements Formula.Cases<Void> {
    private final Value value;
    private final Set<Series> series = new LinkedHashSet<>();

    /**
     * Figures of a measure in one group.
     *
     * @param latest each unit's latest that is over zero, whatever its period
     */
    record Series(String measure, String schoolForm, String sex, String grade, String programme, boolean latest) {}

    private Taken(Value value) {
        this.value = value;
    }

    static Set<Series> by(Formula formula, Value value) {
        Taken taken = new Taken(value);
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
        return add(formula.weight());
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
        series.add(series(figures, false));
        return null;
    }

    private Void add(Figures figures, Weight weight) {
        add(figures);
        return add(weight);
    }

    /** A unit's own figure needs no weight, but in periods that are taken together. */
    private Void add(Weight weight) {
        if (value.level() != Level.SCHOOL_UNIT || value.isPooled()) {
            series.add(series(weight.figures(), weight.latest()));
        }
        return null;
    }

    private Series series(Figures figures, boolean latest) {
        Selection selection = figures.selection();
        return new Series(
                figures.measure(),
                selection.value(Dimension.FORM, value.schoolForm()),
                selection.value(Dimension.SEX, value.sex()),
                selection.value(Dimension.GRADE, ""),
                selection.value(Dimension.PROGRAMME, ""),
                latest);
    }
}
