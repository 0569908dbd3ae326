package se.skolkvalitet.certificate;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * What everybody knows of cells of a table: that their values, each times its coefficient, add up to zero. A total and its
 * parts are one: −1 of the total, 1 of each part.
 *
 * @param name what it is told by; no other equation of the table has it
 * @param coefficients by the cells' numbers in the table; none of them is zero
 */
public record Equation(String name, SortedMap<Integer, Long> coefficients) {
    public Equation {
        coefficients = new TreeMap<>(coefficients);
        if (coefficients.isEmpty() || coefficients.containsValue(0L)) {
            throw new IllegalArgumentException("An equation is of cells with coefficients: " + coefficients);
        }
    }

    /** That the parts add up to the total. */
    public static Equation ofTotal(String name, int total, Iterable<Integer> parts) {
        SortedMap<Integer, Long> coefficients = new TreeMap<>(Map.of(total, -1L));
        parts.forEach(part -> coefficients.merge(part, 1L, Long::sum));
        return new Equation(name, coefficients);
    }

    /** The same of cells with other numbers, each of which is one cell's. */
    public Equation renumbered(IntUnaryOperator number) {
        SortedMap<Integer, Long> renumbered = new TreeMap<>();
        coefficients.forEach((cell, coefficient) -> renumbered.put(number.applyAsInt(cell), coefficient));
        return new Equation(name, renumbered);
    }
}
