package se.skolkvalitet.formula;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.skolkvalitet.formula.IndicatorFormulaParser.AddedContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.ArithmeticContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.ConditionContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.ConstantContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.DifferenceContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.FiguresContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.GapContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.HarmonicContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.MeanContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.ParenthesisedContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.RatioContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.ReportedContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.SelectionContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.ShareContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.SpreadContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.TotalContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.WeightContext;

/** From the parse tree of a formula to the formula. */
class FormulaReader extends IndicatorFormulaBaseVisitor<Formula> {
    @Override
    public Formula visitParenthesised(ParenthesisedContext context) {
        return visit(context.expression());
    }

    @Override
    public Formula visitArithmetic(ArithmeticContext context) {
        return new Formula.Arithmetic(
                Operator.of(context.operator.getText()), visit(context.expression(0)), visit(context.expression(1)));
    }

    @Override
    public Formula visitConstant(ConstantContext context) {
        return new Formula.Constant(new BigDecimal(context.NUMBER().getText()));
    }

    @Override
    public Formula visitReported(ReportedContext context) {
        return new Formula.Reported(figures(context.figures()));
    }

    @Override
    public Formula visitTotal(TotalContext context) {
        return new Formula.Total(figures(context.figures()));
    }

    @Override
    public Formula visitMean(MeanContext context) {
        return new Formula.Mean(figures(context.figures()), weight(context.weight()));
    }

    @Override
    public Formula visitHarmonic(HarmonicContext context) {
        return new Formula.Harmonic(figures(context.figures()), weight(context.weight()));
    }

    @Override
    public Formula visitRatio(RatioContext context) {
        long per =
                context.NUMBER() == null ? 1 : Long.parseLong(context.NUMBER().getText());
        return new Formula.Ratio(added(context.added(0)), added(context.added(1)), per);
    }

    @Override
    public Formula visitShare(ShareContext context) {
        return new Formula.Share(added(context.added(0)), added(context.added(1)));
    }

    @Override
    public Formula visitDifference(DifferenceContext context) {
        return new Formula.Arithmetic(Operator.MINUS, visit(context.expression(0)), visit(context.expression(1)));
    }

    @Override
    public Formula visitGap(GapContext context) {
        return new Formula.Gap(
                visit(context.expression()), selection(context.selection(0)), selection(context.selection(1)));
    }

    @Override
    public Formula visitSpread(SpreadContext context) {
        return new Formula.Spread(visit(context.expression()), weight(context.weight()));
    }

    private static List<Figures> added(AddedContext context) {
        return context.figures().stream().map(FormulaReader::figures).toList();
    }

    static Figures figures(FiguresContext context) {
        return new Figures(
                context.MEASURE().getText(),
                context.selection() == null ? Selection.NONE : selection(context.selection()));
    }

    private static Weight weight(WeightContext context) {
        return new Weight(figures(context.figures()), context.LATEST() != null);
    }

    static Selection selection(SelectionContext context) {
        Map<Dimension, String> only = new EnumMap<>(Dimension.class);
        context.condition().forEach(condition -> only.put(dimension(condition), value(condition)));
        return new Selection(only);
    }

    static Dimension dimension(ConditionContext context) {
        return Dimension.of(context.dimension.getText());
    }

    static String value(ConditionContext context) {
        return (context.WORD() == null ? context.NUMBER() : context.WORD()).getText();
    }
}
