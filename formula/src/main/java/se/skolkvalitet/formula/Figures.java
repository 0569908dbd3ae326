package se.skolkvalitet.formula;

/** Figures of a measure, all of them or those that a selection names. */
public record Figures(String measure, Selection selection) {
    public static Figures of(String measure) {
        return new Figures(measure, Selection.NONE);
    }

    /** Those of them that a selection names as well. */
    public Figures within(Selection outer) {
        return new Figures(measure, selection.within(outer));
    }

    @Override
    public String toString() {
        return measure + selection;
    }
}
