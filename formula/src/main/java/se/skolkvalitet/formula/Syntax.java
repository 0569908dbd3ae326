package se.skolkvalitet.formula;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import se.skolkvalitet.formula.IndicatorFormulaParser.ExpressionContext;

/** From a text to its parse tree, or to all that keeps it from having one. */
final class Syntax extends BaseErrorListener {
    private static final int MOST_CHARACTERS = 2000;
    private static final int DEEPEST = 50;

    private final List<FormulaFault> faults = new ArrayList<>();

    private Syntax() {}

    /** @throws NoFormula where the text has no parse tree */
    static ExpressionContext of(String text) {
        Syntax syntax = new Syntax();
        syntax.checkSize(text);
        IndicatorFormulaLexer lexer = new IndicatorFormulaLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        lexer.addErrorListener(syntax);
        IndicatorFormulaParser parser = new IndicatorFormulaParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.addErrorListener(syntax);
        ExpressionContext tree = parser.formula().expression();
        syntax.refuseFaults();
        new Wording(syntax.faults).visit(tree);
        syntax.refuseFaults();
        return tree;
    }

    /** The parser calls itself for each parenthesis: text from outside must not decide how deep. */
    private void checkSize(String text) {
        if (text.length() > MOST_CHARACTERS) {
            fault(1, 1, "a formula has at most %d characters".formatted(MOST_CHARACTERS));
        }
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth > DEEPEST) {
                fault(1, 1, "a formula has at most %d parentheses within each other".formatted(DEEPEST));
                break;
            }
        }
        refuseFaults();
    }

    private void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new NoFormula(faults);
        }
    }

    private void fault(int line, int column, String message) {
        faults.add(new FormulaFault(line, column, FormulaFault.SYNTAX, message));
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            Object symbol,
            int line,
            int column,
            String message,
            RecognitionException cause) {
        fault(line, column + 1, message);
    }
}
