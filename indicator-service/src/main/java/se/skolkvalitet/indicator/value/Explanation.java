package se.skolkvalitet.indicator.value;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import se.skolkvalitet.formula.Figures;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.formula.Weight;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.calculation.ValueReason;

/** What a formula did for one value, in a sentence. */
final class Explanation implements Formula.Cases<String> {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Explanation() {}

    static String sentence(Formula formula, Value value) {
        return made(formula, value) + " " + status(value);
    }

    /** Releases that do not name the school form in their ids took the organisers of their own day for all periods. */
    private static String membership(Value value) {
        if (value.level() == Level.SCHOOL_UNIT
                || value.period() == null
                || value.id().schoolForm().isEmpty()) {
            return "";
        }
        return value.isPooled()
                ? " In each period the units are those that belonged to an organiser on 15 October of its first year."
                : " The units are those that belonged to %s on %s."
                        .formatted(
                                value.level() == Level.ORGANISER ? "it" : "an organiser",
                                DAY.format(ReferenceDay.of(value.period())));
    }

    private static String made(Formula formula, Value value) {
        if (value.isPooled()) {
            return "Of the periods %s together: %s, over %d school units, of which %d have a figure in each.%s"
                    .formatted(
                            value.period().replace("..", " to "),
                            formula.in(new Explanation()),
                            value.units(),
                            value.unitsWithValue(),
                            membership(value));
        }
        if (formula.isOneMeasure() && value.level() == Level.SCHOOL_UNIT) {
            return "The figure is the source's own for the school unit.";
        }
        if (formula.isOneMeasure() && value.value() != null && value.coverage() == null) {
            return "The figure is the source's own for the area%s."
                    .formatted(value.estimate() == null ? "" : "; from its units it would be " + value.estimate());
        }
        return "%s, over %d school units, of which %d have a figure.%s"
                .formatted(
                        capital(formula.in(new Explanation())),
                        value.units(),
                        value.unitsWithValue(),
                        membership(value));
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    @Override
    public String constant(Formula.Constant formula) {
        return formula.toString();
    }

    @Override
    public String reported(Formula.Reported formula) {
        return "the source's own figure";
    }

    @Override
    public String total(Formula.Total formula) {
        return "%s added up".formatted(formula.of());
    }

    @Override
    public String mean(Formula.Mean formula) {
        return "the mean of %s %s".formatted(formula.of(), weighted(formula.weight()));
    }

    @Override
    public String harmonic(Formula.Harmonic formula) {
        return "the harmonic mean of %s %s".formatted(formula.of(), weighted(formula.weight()));
    }

    @Override
    public String ratio(Formula.Ratio formula) {
        return "the sum of %s by the sum of %s, times %d"
                .formatted(added(formula.numerator()), added(formula.denominator()), formula.per());
    }

    @Override
    public String share(Formula.Share formula) {
        return "the sum of %s in percent of the sum of %s".formatted(added(formula.part()), added(formula.whole()));
    }

    @Override
    public String gap(Formula.Gap formula) {
        return "(%s) for %s less that for %s".formatted(formula.of().in(this), formula.group(), formula.other());
    }

    @Override
    public String spread(Formula.Spread formula) {
        return "the standard deviation between the units of (%s), %s"
                .formatted(formula.of().in(this), weighted(formula.weight()));
    }

    @Override
    public String arithmetic(Formula.Arithmetic formula) {
        return "(%s) %s (%s)"
                .formatted(
                        formula.left().in(this),
                        formula.operator().inWords(),
                        formula.right().in(this));
    }

    private static String weighted(Weight weight) {
        return "weighted by %s%s".formatted(weight.figures(), weight.latest() ? " (the latest known)" : "");
    }

    private static String added(List<Figures> figures) {
        return figures.stream().map(Figures::toString).collect(Collectors.joining(" and "));
    }

    private static String status(Value value) {
        return switch (value.status()) {
            case NORMAL -> "It is rounded to the indicator's decimals, half away from zero.";
            case ESTIMATED -> "It is an estimate%s.%s".formatted(covered(value), bounds(value));
            case ROUNDED -> "It is rounded by the source or made from rounded figures." + bounds(value);
            case WITHHELD ->
                value.reason() == ValueReason.FEW
                        ? "It is withheld: there are too few behind it, in the part or in the rest of it."
                        : "It is withheld: too few pupils, or figures that the source withholds.";
            case INCOMPLETE, MISSING ->
                "There is none: " + (value.reason() == null ? "the source has no figure." : reason(value));
            case WITHDRAWN -> "There is none: the source has withdrawn what it had published.";
            case NOT_APPLICABLE -> "There is none: it does not apply here.";
        };
    }

    private static String covered(Value value) {
        return value.coverage() == null
                ? ""
                : "; %s of the weight or of the units had a figure".formatted(value.coverage());
    }

    private static String bounds(Value value) {
        if (value.low() == null) {
            return "";
        }
        String share = value.roundedShare() == null
                ? ""
                : ": %s of it rests on rounded figures".formatted(value.roundedShare());
        return " It lies between %s and %s%s.".formatted(value.low(), value.high(), share);
    }

    private static String reason(Value value) {
        return switch (value.reason()) {
            case PARTS -> "a unit has no figure, and a total with a part missing is no total.";
            case REGISTER -> "the register is not known to hold all units of the area.";
            case COVERAGE -> "only %s of the weight had a figure, which is too little.".formatted(value.coverage());
            case NO_WEIGHT -> "units have a figure, but none that has one has a weight.";
            case ONE_UNIT -> "one unit alone does not differ.";
            case FEW -> "there are too few behind it.";
            case CONTRADICTION -> "the part is told to be more than the whole.";
        };
    }
}
