package se.skolkvalitet.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.ArithmeticUtils;
import se.skolkvalitet.certificate.Equation;

/**
 * Each withheld cell as a sum of those for which no equation is solved, in whole numbers: whatever these are, all equations hold
 * when the others follow from them.
 */
final class WholeRows {
    private static final int NONE = -1;

    private final Solved solved;
    private final int[] cells;
    private final Row[] rows;
    private final int[] indices;
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

        void addTo(long[] sums, long times) {
            for (int term = 0; term < others.length; term++) {
                sums[others[term]] = Math.addExact(sums[others[term]], Math.multiplyExact(times, factors[term]));
            }
        }

        boolean isZeroIn(long[] sums) {
            return Arrays.stream(others).allMatch(other -> sums[other] == 0);
        }

        BigFraction rate(int term) {
            return new BigFraction(factors[term], times);
        }
    }

    private WholeRows(Incidence incidence, BitSet withheld) {
        solved = new Solved(incidence, withheld);
        cells = withheld.stream().toArray();
        rows = new Row[cells.length];
        indices = new int[incidence.cells()];
        Arrays.fill(indices, NONE);
        for (int index = 0; index < cells.length; index++) {
            indices[cells[index]] = index;
        }
        for (int index = 0; index < cells.length; index++) {
            Residues sum = solved.inOthers(Residues.of(cells[index]));
            long times = sum.denominator();
            rows[index] = new Row(
                    times,
                    IntStream.range(0, sum.size())
                            .map(term -> indices[sum.cell(term)])
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
        long[] sums = new long[made.size()];
        return Arrays.stream(incidence.equationsOf(withheld))
                        .mapToObj(table.equations()::get)
                        .allMatch(equation -> made.keep(equation, sums))
                ? Optional.of(made)
                : Optional.empty();
    }

    /**
     * By exact arithmetic: that the rows came from residues is no matter then.
     *
     * @param sums all zero, which they are afterwards if it does
     */
    private boolean keep(Equation equation, long[] sums) {
        SortedMap<Integer, Long> terms = new TreeMap<>(equation.coefficients());
        terms.keySet().removeIf(cell -> indices[cell] == NONE);
        try {
            long times = 1;
            for (int cell : terms.keySet()) {
                long own = row(indices[cell]).times();
                times = Math.multiplyExact(times, own / ArithmeticUtils.gcd(times, own));
            }
            for (Map.Entry<Integer, Long> term : terms.entrySet()) {
                Row row = row(indices[term.getKey()]);
                row.addTo(sums, Math.multiplyExact(term.getValue(), times / row.times()));
            }
        } catch (ArithmeticException e) {
            // More digits than there is room for.
            return false;
        }
        return terms.keySet().stream().allMatch(cell -> row(indices[cell]).isZeroIn(sums));
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
        return indices[cell];
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
