package se.skolkvalitet.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import se.skolkvalitet.certificate.Equation;

/**
 * Each withheld cell as a sum of those for which no equation is solved, in whole numbers: whatever these are, all equations hold
 * when the others follow from them.
 */
final class WholeRows {
    private final Solved solved;
    private final int[] cells;
    private final Row[] rows;
    private final Map<Integer, Integer> indices = new HashMap<>();
    private final int[][] followers;
    private final long[][] rates;

    /**
     * So many times a cell is others, each times its factor, and something that is published.
     *
     * @param others by their indices
     */
    record Row(long times, int[] others, long[] factors) {
        boolean isOf(int index) {
            return others.length == 1 && others[0] == index;
        }

        BigFraction rate(int term) {
            return new BigFraction(factors[term], times);
        }
    }

    private WholeRows(Incidence incidence, BitSet withheld) {
        solved = new Solved(incidence, withheld);
        cells = withheld.stream().toArray();
        rows = new Row[cells.length];
        for (int index = 0; index < cells.length; index++) {
            indices.put(cells[index], index);
        }
        for (int index = 0; index < cells.length; index++) {
            Residues sum = solved.inOthers(Residues.of(cells[index]));
            long times = sum.denominator();
            rows[index] = new Row(
                    times,
                    IntStream.range(0, sum.size())
                            .map(term -> indices.get(sum.cell(term)))
                            .toArray(),
                    IntStream.range(0, sum.size())
                            .mapToLong(term -> sum.nearest(term, times))
                            .toArray());
        }
        followers = new int[rows.length][];
        rates = new long[rows.length][];
        findFollowers();
    }

    private void findFollowers() {
        int[] counts = new int[rows.length];
        for (Row row : rows) {
            Arrays.stream(row.others()).forEach(other -> counts[other]++);
        }
        for (int index = 0; index < rows.length; index++) {
            followers[index] = new int[counts[index]];
            rates[index] = new long[counts[index]];
        }
        for (int index = 0; index < rows.length; index++) {
            for (int term = 0; term < rows[index].others().length; term++) {
                int other = rows[index].others()[term];
                counts[other]--;
                followers[other][counts[other]] = index;
                rates[other][counts[other]] = rows[index].factors()[term];
            }
        }
    }

    /** Empty where they are no fractions of a few digits. */
    static Optional<WholeRows> of(Table table, Incidence incidence, BitSet withheld) {
        WholeRows made = new WholeRows(incidence, withheld);
        return Arrays.stream(incidence.equationsOf(withheld))
                        .mapToObj(table.equations()::get)
                        .allMatch(made::keep)
                ? Optional.of(made)
                : Optional.empty();
    }

    /** By exact arithmetic: that the rows came from residues is no matter then. */
    private boolean keep(Equation equation) {
        Map<Integer, BigFraction> sum = new HashMap<>();
        equation.coefficients().forEach((cell, coefficient) -> {
            if (indices.containsKey(cell)) {
                Row row = rows[indices.get(cell)];
                for (int term = 0; term < row.others().length; term++) {
                    sum.merge(row.others()[term], row.rate(term).multiply(coefficient), BigFraction::add);
                }
            }
        });
        return sum.values().stream().allMatch(left -> left.signum() == 0);
    }

    /** The equations, solved for what is withheld. */
    Solved solved() {
        return solved;
    }

    /** How many cells are withheld. */
    int size() {
        return cells.length;
    }

    /** The number that a cell has in the table. */
    int cell(int index) {
        return cells[index];
    }

    /** The place of a withheld cell among them. */
    int index(int cell) {
        return indices.get(cell);
    }

    Row row(int index) {
        return rows[index];
    }

    /** Cells in whose rows one stands; not to be changed. */
    int[] followers(int index) {
        return followers[index];
    }

    /** With which factors. */
    long[] rates(int index) {
        return rates[index];
    }
}
