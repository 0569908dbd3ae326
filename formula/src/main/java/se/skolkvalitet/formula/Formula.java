package se.skolkvalitet.formula;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What an indicator means: how its value for an area follows from the measures of the school units in it. Its text is
 * in the language that {@code docs/formulas.md} describes; {@link #parse} reads it and {@code toString} writes it.
 */
public sealed interface Formula {

    /** The source's own figure of a unit; not aggregated. */
    record Reported(String measure) implements Formula {
        @Override
        public String toString() {
            return "reported(%s)".formatted(measure);
        }
    }

    /** The units' figures added up. For counts only. */
    record Sum(String measure) implements Formula {
        @Override
        public String toString() {
            return "sum(%s)".formatted(measure);
        }
    }

    /**
     * A ready share or average of the units, weighted by another measure of theirs.
     *
     * @param latest the weight is the unit's latest known figure, not that of the same period
     */
    record Mean(String measure, String weight, boolean latest) implements Formula {
        @Override
        public String toString() {
            return "mean(%s weight %s%s)".formatted(measure, weight, latest ? " latest" : "");
        }
    }

    /** The sum of one count over the sum of another, times {@code per}. */
    record Ratio(String numerator, String denominator, long per) implements Formula {
        @Override
        public String toString() {
            return "ratio(%s, %s%s)".formatted(numerator, denominator, per == 1 ? "" : " per " + per);
        }
    }

    /** One figure less another, of the same area and period. */
    record Difference(Formula minuend, Formula subtrahend) implements Formula {
        @Override
        public String toString() {
            return "difference(%s, %s)".formatted(minuend, subtrahend);
        }
    }

    /** @throws FormulaFault where the text is not a formula, with line and column */
    static Formula parse(String text) {
        return FormulaReader.read(text);
    }

    /** The codes of the measures that the formula names, in the order of their first mention. */
    default Set<String> measures() {
        Set<String> measures = new LinkedHashSet<>();
        collect(measures);
        return measures;
    }

    private void collect(Set<String> into) {
        if (this instanceof Reported reported) {
            into.add(reported.measure());
        } else if (this instanceof Sum sum) {
            into.add(sum.measure());
        } else if (this instanceof Mean mean) {
            into.add(mean.measure());
            into.add(mean.weight());
        } else if (this instanceof Ratio ratio) {
            into.add(ratio.numerator());
            into.add(ratio.denominator());
        } else if (this instanceof Difference difference) {
            difference.minuend().collect(into);
            difference.subtrahend().collect(into);
        }
    }
}
