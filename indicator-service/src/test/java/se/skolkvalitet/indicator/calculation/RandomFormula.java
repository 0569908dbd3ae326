package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.skolkvalitet.formula.Dimension;
import se.skolkvalitet.formula.Figures;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.formula.MeasureKind;
import se.skolkvalitet.formula.Operator;
import se.skolkvalitet.formula.PeriodKind;
import se.skolkvalitet.formula.Selection;
import se.skolkvalitet.formula.Unit;
import se.skolkvalitet.formula.Weight;

/**
 * Formulas of all kinds. Most are what the language allows; whoever asks leaves out those that are not. None has a spread
 * inside a spread, which no unit has a value of, or divides by a constant zero.
 */
record RandomFormula(Dice dice, PeriodKind periodKind) {

    Formula of(Unit unit) {
        return unit == Unit.NUMBER ? total(2) : level(unit, 2, true);
    }

    private Formula total(int depth) {
        if (depth == 0 || dice.chance(0.5)) {
            return dice.chance(0.85) ? new Formula.Total(counted()) : new Formula.Reported(counted());
        }
        return dice.chance(0.5)
                ? new Formula.Arithmetic(dice.oneOf(Operator.PLUS, Operator.MINUS), total(depth - 1), total(depth - 1))
                : scaled(total(depth - 1));
    }

    private Formula scaled(Formula formula) {
        return dice.chance(0.3)
                ? new Formula.Arithmetic(Operator.TIMES, constant(), formula)
                : new Formula.Arithmetic(dice.oneOf(Operator.TIMES, Operator.BY), formula, constant());
    }

    private Formula level(Unit unit, int depth, boolean spreads) {
        if (depth == 0 || dice.chance(0.4)) {
            return one(unit);
        }
        return switch (dice.between(1, 6)) {
            case 1, 2 ->
                new Formula.Arithmetic(
                        dice.oneOf(Operator.PLUS, Operator.MINUS),
                        level(unit, depth - 1, spreads),
                        level(unit, depth - 1, spreads));
            case 3 -> gap(level(unit, depth - 1, spreads));
            case 4 ->
                spreads
                        ? new Formula.Spread(level(unit, depth - 1, false), weight())
                        : gap(level(unit, depth - 1, false));
            case 5 -> scaled(level(unit, depth - 1, spreads));
            default ->
                new Formula.Arithmetic(
                        dice.oneOf(Operator.PLUS, Operator.MINUS), constant(), level(unit, depth - 1, spreads));
        };
    }

    private Formula one(Unit unit) {
        return switch (unit) {
            case NUMBER -> new Formula.Total(counted());
            case POINTS -> averaged(MeasureKind.AVERAGE, unit);
            case PERCENT -> percent();
            case RATIO -> ratio();
        };
    }

    private Formula percent() {
        return switch (dice.between(1, 4)) {
            case 1 -> new Formula.Share(added(), added());
            case 2 -> new Formula.Ratio(added(), added(), 100);
            case 3 -> averaged(MeasureKind.SHARE, Unit.PERCENT);
            default ->
                new Formula.Arithmetic(
                        Operator.TIMES,
                        divided(new Formula.Total(counted()), new Formula.Total(counted())),
                        number("100"));
        };
    }

    private Formula ratio() {
        return switch (dice.between(1, 5)) {
            case 1 -> new Formula.Ratio(added(), added(), dice.oneOf(1L, 1000L));
            case 2 -> new Formula.Harmonic(measured(MeasureKind.AVERAGE, Unit.RATIO), weight());
            case 3 -> averaged(MeasureKind.AVERAGE, Unit.RATIO);
            case 4 -> divided(total(1), total(1));
            default -> divided(averaged(MeasureKind.SHARE, Unit.PERCENT), percent());
        };
    }

    private Formula averaged(MeasureKind kind, Unit unit) {
        Figures of = measured(kind, unit);
        return dice.chance(0.8) ? new Formula.Mean(of, weight()) : new Formula.Reported(of);
    }

    private static Formula divided(Formula left, Formula right) {
        return new Formula.Arithmetic(Operator.BY, left, right);
    }

    private Formula gap(Formula of) {
        Dimension dimension =
                dice.oneOf(Dimension.SEX, Dimension.SEX, Dimension.GRADE, Dimension.FORM, Dimension.PROGRAMME);
        List<String> groups = groups(dimension);
        return new Formula.Gap(of, Selection.of(dimension, groups.get(0)), Selection.of(dimension, groups.get(1)));
    }

    private Formula constant() {
        return dice.chance(0.7)
                ? number(dice.oneOf("2", "100", "0.5", "3", "10"))
                : dice.oneOf(
                        new Formula.Arithmetic(Operator.BY, number("1"), number("3")),
                        new Formula.Arithmetic(Operator.MINUS, number("2"), number("5")),
                        new Formula.Arithmetic(Operator.TIMES, number("0.05"), number("3")));
    }

    private static Formula number(String text) {
        return new Formula.Constant(new BigDecimal(text));
    }

    private List<Figures> added() {
        return IntStream.rangeClosed(1, dice.oneOf(1, 1, 2))
                .mapToObj(n -> counted())
                .toList();
    }

    private Figures counted() {
        return selected(RandomMeasure.of(MeasureKind.COUNT, periodKind));
    }

    private Figures measured(MeasureKind kind, Unit unit) {
        return selected(RandomMeasure.of(kind, periodKind).filter(measure -> measure.unit() == unit));
    }

    /** Mostly all pupils, so that there is something to weigh with. */
    private Weight weight() {
        boolean latest = dice.chance(0.4);
        PeriodKind kind = latest ? dice.oneOf(PeriodKind.values()) : periodKind;
        return new Weight(selected(RandomMeasure.of(MeasureKind.COUNT, kind).limit(dice.oneOf(1, 1, 3))), latest);
    }

    private Figures selected(Stream<RandomMeasure> measures) {
        List<RandomMeasure> all = measures.toList();
        return new Figures(
                all.isEmpty()
                        ? RandomMeasure.ALL.get(0).code()
                        : dice.oneOf(all).code(),
                selection());
    }

    private Selection selection() {
        if (dice.chance(0.85)) {
            return Selection.NONE;
        }
        Dimension dimension = dice.oneOf(Dimension.values());
        return Selection.of(dimension, dice.oneOf(groups(dimension)));
    }

    private static List<String> groups(Dimension dimension) {
        return switch (dimension) {
            case FORM -> RandomMeasure.FORMS;
            case GRADE -> List.of("9", "6");
            case SEX -> List.of("F", "M");
            case PROGRAMME -> List.of("NA", "TE");
        };
    }
}
