package se.skolkvalitet.formula;

import java.util.Comparator;

/**
 * What is wrong in a formula, and where. Line and column count from 1.
 *
 * @param rule short name of the rule that is broken, stable, for programs
 * @param message a sentence for people, without line and column and without a full stop
 */
public record FormulaFault(int line, int column, String rule, String message) {
    static final String SYNTAX = "formula";

    /** As they stand in the text. */
    static final Comparator<FormulaFault> IN_ORDER =
            Comparator.comparingInt(FormulaFault::line).thenComparingInt(FormulaFault::column);

    /** With where it is: {@code line 1, column 6: …}. */
    @Override
    public String toString() {
        return "line %d, column %d: %s".formatted(line, column, message);
    }
}
