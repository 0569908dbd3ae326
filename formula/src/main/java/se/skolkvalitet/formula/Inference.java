package se.skolkvalitet.formula;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.misc.Interval;
import se.skolkvalitet.formula.IndicatorFormulaParser.AddedContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.ArithmeticContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.ConstantContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.DifferenceContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.ExpressionContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.FiguresContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.GapContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.HarmonicContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.MeanContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.ParenthesisedContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.RatioContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.ReportedContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.ShareContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.SpreadContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.TotalContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.WeightContext;
import se.skolkvalitet.formula.Quantity.Kind;

/** From the kinds of measures to the quantity that a formula gives; empty where a fault keeps it from giving any. */
class Inference extends IndicatorFormulaBaseVisitor<Optional<Quantity>> {
    private static final String HUNDRED = "100";

    private final FiguresCheck figures;
    private boolean inSpread;

    Inference(FiguresCheck figures) {
        this.figures = figures;
    }

    @Override
    public Optional<Quantity> visitParenthesised(ParenthesisedContext context) {
        return visit(context.expression());
    }

    @Override
    public Optional<Quantity> visitConstant(ConstantContext context) {
        return Optional.of(new Quantity(Kind.CONSTANT, EnumSet.allOf(Unit.class)));
    }

    @Override
    public Optional<Quantity> visitReported(ReportedContext context) {
        return measure(context.figures()).map(Quantity::of);
    }

    @Override
    public Optional<Quantity> visitTotal(TotalContext context) {
        return counted(context.figures(), "added up").map(Quantity::of);
    }

    @Override
    public Optional<Quantity> visitMean(MeanContext context) {
        checkWeight(context.weight());
        return averaged(context.figures()).map(Quantity::of);
    }

    /** Its weight is the numerator of each figure, so that a share or an average of points cannot have one. */
    @Override
    public Optional<Quantity> visitHarmonic(HarmonicContext context) {
        checkWeight(context.weight());
        Optional<Quantity> quantity = averaged(context.figures()).map(Quantity::of);
        if (quantity.isPresent() && !quantity.get().is(Kind.RATIO)) {
            figures.fault(
                    context.start,
                    "only-ratios-are-harmonic",
                    "'%s' is no ratio of which the weight could be the numerator"
                            .formatted(context.figures().MEASURE().getText()));
            return Optional.empty();
        }
        return quantity;
    }

    @Override
    public Optional<Quantity> visitRatio(RatioContext context) {
        added(context.added(0));
        added(context.added(1));
        boolean perHundred =
                context.NUMBER() != null && context.NUMBER().getText().equals(HUNDRED);
        return Optional.of(
                perHundred ? Quantity.of(Kind.RATIO, Unit.RATIO, Unit.PERCENT) : Quantity.of(Kind.RATIO, Unit.RATIO));
    }

    @Override
    public Optional<Quantity> visitShare(ShareContext context) {
        added(context.added(0));
        added(context.added(1));
        return Optional.of(Quantity.of(Kind.SHARE, Unit.PERCENT));
    }

    @Override
    public Optional<Quantity> visitDifference(DifferenceContext context) {
        return added(context, Operator.MINUS, context.expression(0), context.expression(1));
    }

    @Override
    public Optional<Quantity> visitGap(GapContext context) {
        Optional<Quantity> group = within(context, 0);
        Optional<Quantity> other = within(context, 1);
        if (group.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        if (!group.get().kind().isComparable()) {
            figures.fault(context.expression().start, "only-levels-have-gaps", "totals of two groups are not compared");
            return Optional.empty();
        }
        return group.map(quantity -> quantity.as(Kind.DIFFERENCE));
    }

    private Optional<Quantity> within(GapContext context, int group) {
        Selection selection = FormulaReader.selection(context.selection(group));
        return figures.within(selection, () -> visit(context.expression()));
    }

    @Override
    public Optional<Quantity> visitSpread(SpreadContext context) {
        checkWeight(context.weight());
        if (inSpread) {
            figures.fault(context.start, "spread-of-spreads", "units have no spread that could differ between them");
            return Optional.empty();
        }
        inSpread = true;
        Optional<Quantity> of = visit(context.expression());
        inSpread = false;
        if (of.isPresent() && !of.get().kind().isComparable()) {
            figures.fault(
                    context.expression().start,
                    "only-levels-spread",
                    "totals of units of different size always differ");
            return Optional.empty();
        }
        return of.map(quantity -> quantity.as(Kind.SPREAD));
    }

    @Override
    public Optional<Quantity> visitArithmetic(ArithmeticContext context) {
        Operator operator = Operator.of(context.operator.getText());
        ExpressionContext left = context.expression(0);
        ExpressionContext right = context.expression(1);
        return switch (operator) {
            case PLUS, MINUS -> added(context, operator, left, right);
            case TIMES -> multiplied(context, left, right);
            case BY -> divided(context, left, right);
        };
    }

    private Optional<Quantity> added(
            ExpressionContext context, Operator operator, ExpressionContext left, ExpressionContext right) {
        Optional<Quantity> first = visit(left);
        Optional<Quantity> second = visit(right);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        Set<Unit> units = first.get().unitsLike(second.get());
        boolean totals = first.get().is(Kind.TOTAL);
        if (units.isEmpty() || totals != second.get().is(Kind.TOTAL)) {
            figures.fault(
                    context.start,
                    "unlike",
                    "%s and %s are no quantities of one kind, of which '%s' could be told"
                            .formatted(text(left), text(right), operator));
            return Optional.empty();
        }
        if (first.get().is(Kind.TOTAL)
                || first.get().is(Kind.CONSTANT) && second.get().is(Kind.CONSTANT)) {
            return Optional.of(new Quantity(first.get().kind(), units));
        }
        return operator == Operator.MINUS
                ? Optional.of(new Quantity(lessOf(first.get(), second.get(), left), units))
                : together(context, first.get(), second.get(), units);
    }

    /** A percentage and something more may pass a hundred, and is none of anything. */
    private Optional<Quantity> together(ExpressionContext context, Quantity first, Quantity second, Set<Unit> units) {
        Quantity level = first.is(Kind.CONSTANT) ? second : first;
        boolean isMoved = first.is(Kind.CONSTANT) || second.is(Kind.CONSTANT);
        if (isMoved && !level.is(Kind.SHARE)) {
            return Optional.of(new Quantity(level.kind(), units));
        }
        Set<Unit> left = EnumSet.copyOf(units);
        left.remove(Unit.PERCENT);
        if (left.isEmpty()) {
            figures.fault(context.start, "unlike", "%s is no percentage of anything".formatted(text(context)));
            return Optional.empty();
        }
        return Optional.of(new Quantity(Kind.RATIO, left));
    }

    /** Of a share and a number only what is left of all is a share; two levels give a difference. */
    private static Kind lessOf(Quantity first, Quantity second, ExpressionContext left) {
        if (first.is(Kind.CONSTANT)) {
            return second.is(Kind.SHARE) && !left.getText().equals(HUNDRED) ? Kind.DIFFERENCE : second.kind();
        }
        return second.is(Kind.CONSTANT) && !first.is(Kind.SHARE) ? first.kind() : Kind.DIFFERENCE;
    }

    private Optional<Quantity> multiplied(ArithmeticContext context, ExpressionContext left, ExpressionContext right) {
        Optional<Quantity> first = visit(left);
        Optional<Quantity> second = visit(right);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        if (first.get().is(Kind.CONSTANT)) {
            return Optional.of(scaled(second.get(), left));
        }
        if (second.get().is(Kind.CONSTANT)) {
            return Optional.of(scaled(first.get(), right));
        }
        figures.fault(context.start, "unlike", "only a number multiplies");
        return Optional.empty();
    }

    private Optional<Quantity> divided(ArithmeticContext context, ExpressionContext left, ExpressionContext right) {
        Optional<Quantity> first = visit(left);
        Optional<Quantity> second = visit(right);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        if (second.get().is(Kind.CONSTANT)) {
            return dividedByNumber(first.get(), right);
        }
        if (first.get().is(Kind.TOTAL) != second.get().is(Kind.TOTAL)) {
            figures.fault(context.start, "unlike", "a total and what is no total do not divide each other");
            return Optional.empty();
        }
        if (first.get().is(Kind.TOTAL)) {
            figures.fault(
                    context.start,
                    "ratio-of-totals",
                    "a total by a total is a ratio(a, b) or a share(a, b), which are withheld where there are too few behind them");
            return Optional.empty();
        }
        return Optional.of(Quantity.of(Kind.RATIO, Unit.RATIO));
    }

    private Optional<Quantity> dividedByNumber(Quantity quantity, ExpressionContext by) {
        BigDecimal number = new FormulaReader().visit(by).constant().orElseThrow();
        if (number.signum() == 0) {
            figures.fault(by.start, "zero", "%s is zero, by which nothing is divided".formatted(text(by)));
            return Optional.empty();
        }
        return Optional.of(scaled(quantity, by));
    }

    /** A hundred times a ratio may be told in percent; a percentage times anything is none any more. */
    private static Quantity scaled(Quantity quantity, ExpressionContext by) {
        if (quantity.is(Kind.RATIO) && by.getText().equals(HUNDRED)) {
            return Quantity.of(Kind.RATIO, Unit.RATIO, Unit.PERCENT);
        }
        if (quantity.is(Kind.CONSTANT) || quantity.is(Kind.TOTAL)) {
            return quantity;
        }
        return quantity.units().contains(Unit.PERCENT) ? Quantity.of(Kind.RATIO, Unit.RATIO) : quantity;
    }

    /** As it is written, with its blanks. */
    private static String text(ParserRuleContext context) {
        return context.start
                .getInputStream()
                .getText(Interval.of(context.start.getStartIndex(), context.stop.getStopIndex()));
    }

    private void added(AddedContext context) {
        context.figures().forEach(one -> counted(one, "added up"));
    }

    private void checkWeight(WeightContext context) {
        FiguresContext one = context.figures();
        Optional<MeasureFacts> measure = figures.measure(one);
        if (context.LATEST() == null) {
            measure.ifPresent(known -> figures.checkPeriod(one, known));
        }
        count(one, measure, "a weight");
    }

    private Optional<MeasureFacts> measure(FiguresContext context) {
        Optional<MeasureFacts> measure = figures.measure(context);
        measure.ifPresent(known -> figures.checkPeriod(context, known));
        return measure;
    }

    private Optional<MeasureFacts> counted(FiguresContext context, String use) {
        return count(context, measure(context), use);
    }

    private Optional<MeasureFacts> count(FiguresContext context, Optional<MeasureFacts> measure, String use) {
        if (measure.isPresent() && measure.get().kind() != MeasureKind.COUNT) {
            MeasureKind kind = measure.get().kind();
            figures.fault(
                    context.start,
                    "only-counts-add-up",
                    "'%s' is %s %s and cannot be %s"
                            .formatted(
                                    context.MEASURE().getText(),
                                    kind == MeasureKind.AVERAGE ? "an" : "a",
                                    kind.value(),
                                    use));
            return Optional.empty();
        }
        return measure;
    }

    private Optional<MeasureFacts> averaged(FiguresContext context) {
        Optional<MeasureFacts> measure = measure(context);
        if (measure.isPresent() && measure.get().kind() == MeasureKind.COUNT) {
            figures.fault(
                    context.start,
                    "no-mean-of-counts",
                    "'%s' is a count, which is added up and not averaged"
                            .formatted(context.MEASURE().getText()));
            return Optional.empty();
        }
        return measure;
    }
}
