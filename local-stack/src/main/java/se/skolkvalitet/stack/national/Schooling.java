package se.skolkvalitet.stack.national;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A school form that a unit has, in the source's code for it, with its grades there. The source tells grades of compulsory
 * schooling alone, and of the others an empty list.
 */
record Schooling(String code, List<String> grades) {
    private static final int LAST_OF_COMPULSORY = 9;

    static Schooling withoutGrades(String code) {
        return new Schooling(code, List.of());
    }

    static Schooling preschoolClass() {
        return grades("fsk", 0, 0);
    }

    /** From the first grade to the ninth. */
    static Schooling allGrades(String code) {
        return grades(code, 1, LAST_OF_COMPULSORY);
    }

    static Schooling grades(String code, int first, int last) {
        return new Schooling(
                code,
                IntStream.rangeClosed(first, last).mapToObj(String::valueOf).toList());
    }
}
