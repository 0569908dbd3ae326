package se.skolkvalitet.disclosure;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What everybody knows of cells of a table: that their values, each times its coefficient, add up to zero. A total and its
 * parts are one: −1 of the total, 1 of each part.
 *
 * @param coefficients by the cells' indices in the table; none of them is zero
 */
public record Equation(SortedMap<Integer, Long> coefficients) {
    public Equation {
        coefficients = new TreeMap<>(coefficients);
        if (coefficients.isEmpty() || coefficients.containsValue(0L)) {
            throw new IllegalArgumentException("An equation is of cells with coefficients: " + coefficients);
        }
    }

    /** That the parts add up to the total. */
    public static Equation ofTotal(int total, Iterable<Integer> parts) {
        SortedMap<Integer, Long> coefficients = new TreeMap<>(Map.of(total, -1L));
        parts.forEach(part -> coefficients.merge(part, 1L, Long::sum));
        return new Equation(coefficients);
    }
}
