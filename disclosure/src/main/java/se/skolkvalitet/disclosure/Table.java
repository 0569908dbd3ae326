package se.skolkvalitet.disclosure;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Figures that are to be published, and how they follow from each other. Linked tables are one: a figure that several of
 * them have is one cell.
 *
 * @param equations which the cells' values fulfil, to the last digit
 */
public record Table(List<Cell> cells, List<Equation> equations) {
    public Table {
        cells = List.copyOf(cells);
        equations = List.copyOf(equations);
        for (Equation equation : equations) {
            requireFulfilled(equation, cells);
        }
    }

    /** What it costs to withhold these cells. */
    long costOf(BitSet withheld) {
        return withheld.stream().mapToLong(cell -> cells.get(cell).cost()).sum();
    }

    /** The order of cells in which that comes first which should rather be published. */
    Comparator<Integer> dearestAndLargestFirst() {
        return Comparator.comparingLong((Integer cell) -> cells.get(cell).cost())
                .thenComparing(cell -> cells.get(cell).value())
                .reversed();
    }

    private static void requireFulfilled(Equation equation, List<Cell> cells) {
        BigDecimal sum = equation.coefficients().entrySet().stream()
                .map(term -> cells.get(term.getKey()).value().multiply(BigDecimal.valueOf(term.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() != 0) {
            throw new IllegalArgumentException("The equation that %s is in is not fulfilled, by %s"
                    .formatted(cells.get(equation.coefficients().firstKey()).name(), sum.toPlainString()));
        }
    }
}
