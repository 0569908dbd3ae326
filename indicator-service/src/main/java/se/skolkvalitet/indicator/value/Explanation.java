package se.skolkvalitet.indicator.value;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.skolkvalitet.formula.Figures;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.formula.Weight;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.calculation.ValueReason;
import se.skolkvalitet.indicator.calculation.ValueStatus;
import se.skolkvalitet.indicator.protection.DisclosureRules;
import se.skolkvalitet.indicator.value.Provenance.Step;
import se.skolkvalitet.indicator.value.Provenance.StepKind;
import se.skolkvalitet.indicator.value.Taken.Group;
import se.skolkvalitet.indicator.value.Taken.Series;

/** How a value was made, in English. */
final class Explanation {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Formula formula;
    private final Value value;
    private final Set<Series> taken;
    private final Set<Group> own;
    private final DisclosureRules disclosure;
    private final List<Step> steps = new ArrayList<>();

    private Explanation(Formula formula, Value value, Set<Series> taken, Set<Group> own, DisclosureRules disclosure) {
        this.formula = formula;
        this.value = value;
        this.taken = taken;
        this.own = own;
        this.disclosure = disclosure;
    }

    /**
     * @param taken all that went into the value
     * @param own of what the source tells a figure of the value's area itself, so that none is made of its units
     * @param disclosure the rules by which the value may have been withheld
     * @return in the order in which they were taken
     */
    static List<Step> steps(
            Formula formula, Value value, Set<Series> taken, Set<Group> own, DisclosureRules disclosure) {
        Explanation explanation = new Explanation(formula, value, taken, own, disclosure);
        explanation.made();
        explanation.became();
        return List.copyOf(explanation.steps);
    }

    private void made() {
        if (isTheSourcesOwn()) {
            toldByTheSource();
            return;
        }
        String words = formula.in(new Words(this::isOwn, value.level() == Level.SCHOOL_UNIT ? "" : " of the area"));
        if (value.isPooled()) {
            step(
                    StepKind.POOLED,
                    "Of the periods %s together: %s%s.",
                    value.period().replace("..", " to "),
                    words,
                    units(" in each"));
        } else {
            step(kind(), "%s%s.", capital(words), units(""));
        }
        membership();
    }

    private boolean isTheSourcesOwn() {
        return formula instanceof Formula.Reported || formula.isOneMeasure() && !value.isPooled() && takesNoUnits();
    }

    private boolean isOwn(Figures figures) {
        return isOwn(Taken.group(figures, value));
    }

    private boolean isOwn(Group figures) {
        return value.level() == Level.SCHOOL_UNIT ? !value.isPooled() : own.contains(figures);
    }

    /** Units differ in their own values, whatever the source tells of the area. */
    private boolean takesNoUnits() {
        return !(formula instanceof Formula.Spread)
                && taken.stream()
                        .filter(series -> series.weighed() == null)
                        .map(Series::of)
                        .allMatch(this::isOwn);
    }

    private StepKind kind() {
        if (formula instanceof Formula.Mean
                || formula instanceof Formula.Harmonic
                || formula instanceof Formula.Spread) {
            return StepKind.WEIGHTED;
        }
        return formula instanceof Formula.Gap || formula instanceof Formula.Arithmetic
                ? StepKind.COMBINED
                : StepKind.AGGREGATED;
    }

    private void toldByTheSource() {
        if (value.value() == null) {
            return;
        }
        if (value.level() == Level.SCHOOL_UNIT) {
            step(StepKind.REPORTED, "The figure is the source's own for the school unit.");
        } else {
            step(
                    StepKind.REPORTED,
                    "The figure is the source's own for the area%s.",
                    value.estimate() == null ? "" : "; from its units it would be " + value.estimate());
        }
    }

    private String units(String when) {
        if (value.level() == Level.SCHOOL_UNIT || takesNoUnits()) {
            return "";
        }
        return ", over %d school %s, of which %d %s a figure%s"
                .formatted(
                        value.units(),
                        value.units() == 1 ? "unit" : "units",
                        value.unitsWithValue(),
                        value.unitsWithValue() == 1 ? "has" : "have",
                        when);
    }

    /** Releases that do not name the school form in their ids took the organisers of their own day for all periods. */
    private void membership() {
        if (value.level() == Level.SCHOOL_UNIT || value.period() == null || isOfBefore() || takesNoUnits()) {
            return;
        }
        if (value.isPooled()) {
            step(
                    StepKind.MEMBERSHIP,
                    "In each period the units are those that belonged to an organiser on 15 October of its first year.");
        } else {
            step(
                    StepKind.MEMBERSHIP,
                    "The units are those that belonged to %s on %s.",
                    value.level() == Level.ORGANISER ? "it" : "an organiser",
                    DAY.format(ReferenceDay.of(value.period())));
        }
    }

    /** Whether it is of a release that was explained before there were steps. */
    private boolean isOfBefore() {
        return value.id().schoolForm().isEmpty();
    }

    private void became() {
        switch (value.status()) {
            case NORMAL -> {}
            case ESTIMATED -> step(StepKind.ESTIMATED, "It is an estimate%s.", covered());
            case ROUNDED -> step(StepKind.ESTIMATED, rounded());
            case WITHHELD -> step(StepKind.WITHHELD, "It is withheld: %s", whyWithheld());
            case INCOMPLETE, MISSING ->
                step(
                        StepKind.ABSENT,
                        "There is none: %s",
                        value.reason() == null ? "the source has no figure." : reason());
            case WITHDRAWN -> step(StepKind.ABSENT, "There is none: the source has withdrawn what it had published.");
            case NOT_APPLICABLE -> step(StepKind.ABSENT, "There is none: it does not apply here.");
        }
        bounded();
        if (isRounded()) {
            step(StepKind.ROUNDED, "It is rounded to the indicator's decimals, half away from zero.");
        }
        if (value.intervalLow() != null) {
            step(
                    StepKind.INTERVAL,
                    "With a confidence of 95 %% the chance behind it lies between %s and %s (Wilson).",
                    value.intervalLow(),
                    value.intervalHigh());
        }
    }

    private String rounded() {
        return mayHideFew(formula, value, disclosure)
                ? "It is rounded: by the source, or by the rule of few, with fewer than %d in the part or in the rest of it."
                        .formatted(disclosure.leastCount())
                : "It is rounded by the source or made from rounded figures.";
    }

    /** Whether figures behind a value that is told may be hidden by it, as they are where it is told to be nearly 0 or 100. */
    static boolean mayHideFew(Formula formula, Value value, DisclosureRules disclosure) {
        return value.status() == ValueStatus.ROUNDED && disclosure.tellsNearly() && !formula.isOneMeasure();
    }

    /** A unit's own figure is published as it came. */
    private boolean isRounded() {
        return switch (value.status()) {
            case NORMAL -> isOfBefore() || !isAUnitsOwn();
            case ESTIMATED, ROUNDED -> !isOfBefore() && !isAUnitsOwn();
            default -> false;
        };
    }

    private boolean isAUnitsOwn() {
        return value.level() == Level.SCHOOL_UNIT && isTheSourcesOwn();
    }

    private String covered() {
        return value.coverage() == null
                ? ""
                : "; %s of the weight or of the units had a figure".formatted(value.coverage());
    }

    private void bounded() {
        if (value.low() == null) {
            return;
        }
        step(
                StepKind.BOUNDED,
                "It lies between %s and %s%s.",
                value.low(),
                value.high(),
                value.roundedShare() == null
                        ? ""
                        : ": %s of it rests on rounded figures".formatted(value.roundedShare()));
    }

    /** Not which of the limits it was, because that would tell how many they are. */
    private String whyWithheld() {
        if (value.reason() == ValueReason.FEW) {
            return "by the rule of few, with fewer than %d in all, or fewer than %d in the part or in the rest of it."
                    .formatted(disclosure.leastGroup(), disclosure.leastCount());
        }
        if (value.reason() == ValueReason.OTHERS) {
            return "by it one could work out what is withheld of others.";
        }
        return value.level() == Level.SCHOOL_UNIT
                ? "the source withholds a figure that it follows from."
                : "it follows from figures that the source withholds.";
    }

    private String reason() {
        return switch (value.reason()) {
            case PARTS -> "a unit has no figure, and a total with a part missing is no total.";
            case REGISTER -> "the register is not known to hold all units of the area.";
            case COVERAGE -> "only %s of the weight had a figure, which is too little.".formatted(value.coverage());
            case NO_WEIGHT -> "units have a figure, but none that has one has a weight.";
            case ONE_UNIT -> "one unit alone does not differ.";
            case FEW -> "there are too few behind it.";
            case OTHERS -> "by it one could work out what is withheld of others.";
            case CONTRADICTION -> "the part is told to be more than the whole.";
        };
    }

    private void step(StepKind kind, String text, Object... of) {
        steps.add(new Step(kind, text.formatted(of)));
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** A formula in words, which never begin with a code. */
    private record Words(Predicate<Figures> own, String where) implements Formula.Cases<String> {
        @Override
        public String constant(Formula.Constant one) {
            return one.toString();
        }

        @Override
        public String reported(Formula.Reported one) {
            return "the source's own figure";
        }

        @Override
        public String total(Formula.Total one) {
            return sum(List.of(one.of()));
        }

        @Override
        public String mean(Formula.Mean one) {
            return own.test(one.of())
                    ? told(one.of())
                    : "the mean of %s %s".formatted(one.of(), weighted(one.weight()));
        }

        @Override
        public String harmonic(Formula.Harmonic one) {
            return own.test(one.of())
                    ? told(one.of())
                    : "the harmonic mean of %s %s".formatted(one.of(), weighted(one.weight()));
        }

        @Override
        public String ratio(Formula.Ratio one) {
            return "%s by %s, times %d".formatted(sum(one.numerator()), sum(one.denominator()), one.per());
        }

        @Override
        public String share(Formula.Share one) {
            return "%s in percent of %s".formatted(sum(one.part()), sum(one.whole()));
        }

        /** What is told of one group alone is not told of both. */
        @Override
        public String gap(Formula.Gap one) {
            Words ofBoth = new Words(
                    figures -> own.test(figures.within(one.group())) && own.test(figures.within(one.other())), where);
            return "(%s) for %s less that for %s".formatted(one.of().in(ofBoth), one.group(), one.other());
        }

        @Override
        public String spread(Formula.Spread one) {
            Words ofUnits = new Words(figures -> false, where);
            return "the standard deviation between the units of (%s), %s"
                    .formatted(one.of().in(ofUnits), weighted(one.weight()));
        }

        @Override
        public String arithmetic(Formula.Arithmetic one) {
            return "(%s) %s (%s)"
                    .formatted(
                            one.left().in(this),
                            one.operator().inWords(),
                            one.right().in(this));
        }

        private String sum(List<Figures> figures) {
            Stream<String> added = figures.stream().filter(own.negate()).map(Figures::toString);
            String ofUnits = added.collect(Collectors.joining(" and "));
            return Stream.concat(
                            Stream.of("the sum of " + ofUnits).filter(sum -> !ofUnits.isEmpty()),
                            figures.stream().filter(own).map(this::told))
                    .collect(Collectors.joining(" and "));
        }

        private String told(Figures figures) {
            return "the source's own %s%s".formatted(figures, where);
        }

        private static String weighted(Weight weight) {
            return "weighted by %s%s".formatted(weight.figures(), weight.latest() ? " (the latest known)" : "");
        }
    }
}
