package se.skolkvalitet.formula;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import se.skolkvalitet.formula.IndicatorFormulaParser.DifferenceContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.MeanContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.RatioContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.ReportedContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.SumContext;

/** From the parse tree of a formula to the formula. */
class FormulaReader extends IndicatorFormulaBaseVisitor<Formula> {
    private static final int MOST_CHARACTERS = 2000;
    private static final int MOST_DIGITS = 6;

    static Formula read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new FormulaFault(1, 1, "a formula has at most %d characters".formatted(MOST_CHARACTERS));
        }
        IndicatorFormulaLexer lexer = new IndicatorFormulaLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        lexer.addErrorListener(new FaultListener());
        IndicatorFormulaParser parser = new IndicatorFormulaParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.addErrorListener(new FaultListener());
        return new FormulaReader().visit(parser.formula().expression());
    }

    @Override
    public Formula visitReported(ReportedContext context) {
        return new Formula.Reported(context.MEASURE().getText());
    }

    @Override
    public Formula visitSum(SumContext context) {
        return new Formula.Sum(context.MEASURE().getText());
    }

    @Override
    public Formula visitMean(MeanContext context) {
        return new Formula.Mean(context.MEASURE(0).getText(), context.MEASURE(1).getText(), context.LATEST() != null);
    }

    @Override
    public Formula visitRatio(RatioContext context) {
        long per = context.NUMBER() == null ? 1 : factor(context.NUMBER().getSymbol());
        return new Formula.Ratio(
                context.MEASURE(0).getText(), context.MEASURE(1).getText(), per);
    }

    @Override
    public Formula visitDifference(DifferenceContext context) {
        return new Formula.Difference(visit(context.expression(0)), visit(context.expression(1)));
    }

    private static long factor(Token number) {
        if (number.getText().length() > MOST_DIGITS || Long.parseLong(number.getText()) == 0) {
            throw new FormulaFault(
                    number.getLine(),
                    number.getCharPositionInLine() + 1,
                    "'per' takes a whole number from 1 to 999999");
        }
        return Long.parseLong(number.getText());
    }

    private static final class FaultListener extends BaseErrorListener {
        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                Object symbol,
                int line,
                int column,
                String message,
                RecognitionException cause) {
            throw new FormulaFault(line, column + 1, message);
        }
    }
}
