package se.skolkvalitet.indicator.calculation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import se.skolkvalitet.kit.text.Term;

/**
 * What to calculate for all indicators of an edition: steps that build upon each other, each of them once, however many
 * indicators need it. Its lists are rows of the tables in {@code create-plan.sql}.
 */
record Plan(
        List<Scope> scopes,
        List<Series> series,
        List<Weighing> weighings,
        List<Part> parts,
        List<Combination> combinations,
        List<Spread> spreads,
        List<Wanted> values) {

    /** From which series the values follow. */
    List<Use> uses() {
        Uses uses = new Uses(this);
        return values.stream().flatMap(uses::of).toList();
    }

    /** In how many rounds combinations and spreads are made: those of one need only steps of the rounds before it. */
    int rounds() {
        int ofCombinations =
                combinations.stream().mapToInt(Combination::round).max().orElse(0);
        int ofSpreads = spreads.stream().mapToInt(Spread::round).max().orElse(0);
        return Math.max(ofCombinations, ofSpreads);
    }

    /**
     * Which units figures are about.
     *
     * @param grades null for all
     * @param bySource whether only the source tells, because the register does not know who has a programme
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Scope(int scope, String schoolForm, SortedSet<Integer> grades, boolean bySource) {}

    /**
     * Figures of a measure in one group. Grade and programme are empty for all.
     *
     * @param ofPupils whether the measure is about pupils
     * @param counts whether its figures are counts
     * @param inPercent whether they are shares, in percent
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Series(
            int series,
            int scope,
            String measure,
            String schoolForm,
            String sex,
            String grade,
            String programme,
            boolean ofPupils,
            boolean counts,
            boolean inPercent) {}

    /** @param latest the unit's latest known figure, not that of the same period */
    @JsonNaming(SnakeCaseStrategy.class)
    record Weighing(int weighing, int series, boolean latest) {}

    /** A step over one series: {@code reported}, {@code total}, {@code mean} or {@code harmonic}. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Part(int step, PartKind kind, int series, Integer weighing, boolean innerStep) {}

    /** How an area's value follows from those of its units. */
    enum PartKind implements Term {
        REPORTED,
        TOTAL,
        MEAN,
        HARMONIC
    }

    /**
     * Two steps taken together; a side that is a number has no step.
     *
     * @param firstOfPupils whether the first is made of figures of pupils
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Combination(
            int step,
            int round,
            CombinationKind kind,
            Integer first,
            BigDecimal firstNumber,
            boolean firstOfPupils,
            Integer second,
            BigDecimal secondNumber,
            boolean secondOfPupils,
            long per) {}

    /** The last three protect few people; a share ends at 0 and 100, and a percent is a ratio that protects like one. */
    enum CombinationKind implements Term {
        PLUS,
        MINUS,
        TIMES,
        BY,
        RATIO,
        PERCENT,
        SHARE
    }

    /** How much the units of an area differ in a step. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Spread(int step, int round, int ofStep, int scope, int weighing) {}

    /**
     * The step that gives an indicator's value for a school form and sex.
     *
     * @param wanted its number
     * @param comparable whether areas may be compared by it, which they are not by what grows with their size
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Wanted(
            int wanted, int step, String indicator, String schoolForm, String sex, int decimals, boolean comparable) {}

    /**
     * That what is wanted follows from a series.
     *
     * @param allPeriods whether a figure of one period may change what is wanted of all
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Use(int wanted, int series, boolean allPeriods) {}
}
