package se.skolkvalitet.indicator.value;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.skolkvalitet.formula.Figures;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.formula.Weight;
import se.skolkvalitet.indicator.area.Level;

/** The measures of which figures went into a value. */
final class Taken implements Formula.Cases<Taken> {
    private final boolean area;
    private final Set<String> measures = new HashSet<>();
    private final Set<String> latest = new HashSet<>();

    private Taken(boolean area) {
        this.area = area;
    }

    static Taken by(Formula formula, Level level) {
        return formula.in(new Taken(level != Level.SCHOOL_UNIT));
    }

    Set<String> measures() {
        return measures;
    }

    /** Those of which the latest figure was taken, whatever its period. */
    Set<String> latest() {
        return latest;
    }

    @Override
    public Taken constant(Formula.Constant formula) {
        return this;
    }

    @Override
    public Taken reported(Formula.Reported formula) {
        return add(List.of(formula.of()));
    }

    @Override
    public Taken total(Formula.Total formula) {
        return add(List.of(formula.of()));
    }

    @Override
    public Taken mean(Formula.Mean formula) {
        return add(List.of(formula.of())).add(formula.weight());
    }

    @Override
    public Taken harmonic(Formula.Harmonic formula) {
        return add(List.of(formula.of())).add(formula.weight());
    }

    @Override
    public Taken ratio(Formula.Ratio formula) {
        return add(formula.numerator()).add(formula.denominator());
    }

    @Override
    public Taken share(Formula.Share formula) {
        return add(formula.part()).add(formula.whole());
    }

    @Override
    public Taken gap(Formula.Gap formula) {
        return formula.of().in(this);
    }

    @Override
    public Taken spread(Formula.Spread formula) {
        return formula.of().in(this).add(formula.weight());
    }

    @Override
    public Taken arithmetic(Formula.Arithmetic formula) {
        formula.left().in(this);
        return formula.right().in(this);
    }

    private Taken add(List<Figures> figures) {
        figures.forEach(one -> measures.add(one.measure()));
        return this;
    }

    /** A unit's own figure needs no weight. */
    private Taken add(Weight weight) {
        if (area) {
            measures.add(weight.figures().measure());
            if (weight.latest()) {
                latest.add(weight.figures().measure());
            }
        }
        return this;
    }
}
