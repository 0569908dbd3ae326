package se.skolkvalitet.kit.imports;

import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.text.PlainText;

/**
 * One fault in a line of a file. Field and message may hold what stands in the line, and are cut where that is longer than
 * anybody wants to read.
 *
 * @param line from 1, empty lines counted
 * @param field path within the line, empty for the line as a whole
 * @param rule short stable name of the rule that was broken, for programs
 * @param message what is wrong and what would be right, for people
 */
public record LineFault(long line, String field, String rule, String message) {
    private static final int MOST_OF_FIELD = 200;

    public LineFault {
        field = PlainText.shown(field, MOST_OF_FIELD);
        message = PlainText.shown(message);
    }

    FieldError told() {
        return new FieldError(field.isEmpty() ? "line " + line : "line %d: %s".formatted(line, field), rule, message);
    }
}
