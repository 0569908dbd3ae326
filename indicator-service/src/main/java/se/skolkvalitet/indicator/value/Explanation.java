package se.skolkvalitet.indicator.value;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.indicator.area.Level;

/** What a formula did for one value: which figures it took and, in a sentence, what became of them. */
final class Explanation {
    private Explanation() {}

    /** The measures that went into a value; a unit's own figure needs no weight. */
    static Set<String> measures(Formula formula, Level level) {
        if (formula instanceof Formula.Mean mean && level == Level.SCHOOL_UNIT) {
            return Set.of(mean.measure());
        }
        if (formula instanceof Formula.Difference difference) {
            Set<String> both = new LinkedHashSet<>(measures(difference.minuend(), level));
            both.addAll(measures(difference.subtrahend(), level));
            return both;
        }
        return formula.measures();
    }

    /** The measures of which the latest figure was taken. */
    static Set<String> latest(Formula formula) {
        Set<String> latest = new HashSet<>();
        if (formula instanceof Formula.Mean mean && mean.latest()) {
            latest.add(mean.weight());
        } else if (formula instanceof Formula.Difference difference) {
            latest.addAll(latest(difference.minuend()));
            latest.addAll(latest(difference.subtrahend()));
        }
        return latest;
    }

    static String sentence(Formula formula, Value value) {
        String made = value.level() == Level.SCHOOL_UNIT && !(formula instanceof Formula.Ratio)
                ? "The figure is the source's own for the school unit."
                : "%s, over %d school units, of which %d have a figure."
                        .formatted(how(formula), value.units(), value.unitsWithValue());
        return made + " " + status(value);
    }

    private static String how(Formula formula) {
        if (formula instanceof Formula.Reported) {
            return "The source's own figure";
        }
        if (formula instanceof Formula.Sum sum) {
            return "%s added up".formatted(sum.measure());
        }
        if (formula instanceof Formula.Mean mean) {
            return "The mean of %s weighted by %s%s"
                    .formatted(mean.measure(), mean.weight(), mean.latest() ? " (the latest known)" : "");
        }
        if (formula instanceof Formula.Ratio ratio) {
            return "The sum of %s by the sum of %s, times %d"
                    .formatted(ratio.numerator(), ratio.denominator(), ratio.per());
        }
        Formula.Difference difference = (Formula.Difference) formula;
        return "(%s) less (%s)".formatted(how(difference.minuend()), how(difference.subtrahend()));
    }

    private static String status(Value value) {
        return switch (value.status()) {
            case ESTIMATED ->
                "It is an estimate; %s of the weight or of the units had a figure.".formatted(value.coverage());
            case ROUNDED -> "It is rounded by the source or made from rounded figures.";
            case WITHHELD -> "It is withheld: too few pupils, or figures that the source withholds.";
            case MISSING -> "There is none: the source has no figure.";
            case NOT_APPLICABLE -> "There is none: it does not apply here.";
            case NORMAL -> "It is rounded half up to the indicator's decimals.";
        };
    }
}
