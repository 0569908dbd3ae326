package se.skolkvalitet.kit.imports;

import se.skolkvalitet.kit.problem.FieldError;

/**
 * One fault in a line of a file.
 *
 * @param line from 1, empty lines counted
 * @param field path within the line, empty for the line as a whole
 * @param rule short stable name of the rule that was broken, for programs
 * @param message what is wrong and what would be right, for people
 */
public record LineFault(long line, String field, String rule, String message) {
    FieldError told() {
        return new FieldError(field.isEmpty() ? "line " + line : "line %d: %s".formatted(line, field), rule, message);
    }
}
