package se.skolkvalitet.kit.problem;

/**
 * One fault in a request.
 *
 * @param field path of the faulty field or name of the parameter; for a line of a file, {@code line 17} before the
 *     path
 * @param rule short stable name of the rule that was broken, for programs
 * @param message what is wrong and what would be right, for people
 */
public record FieldError(String field, String rule, String message) {}
