package se.skolkvalitet.formula;

/** A text is not a formula. Line and column count from 1 and point at what could not be read. */
public class FormulaFault extends IllegalArgumentException {
    private final int line;
    private final int column;

    FormulaFault(int line, int column, String message) {
        super("line %d, column %d: %s".formatted(line, column, message));
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
