package se.skolkvalitet.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.SortedMap;

/**
 * A row with a coefficient for some cells, modulo a prime. Arithmetic modulo a prime does not grow, and hardly ever finds
 * a zero where there is none; what rests on it is proved by {@link Exposure} and {@link HiddenChange} afterwards.
 */
final class Residues {
    private static final int BITS = 31;

    /** A Mersenne prime, so that nothing has to be divided; products of two residues are still a long. */
    private static final long PRIME = (1L << BITS) - 1;

    private final int[] cells;
    private final long[] values;
    private final int size;

    private Residues(int[] cells, long[] values, int size) {
        this.cells = cells;
        this.values = values;
        this.size = size;
    }

    static Residues of(SortedMap<Integer, Long> coefficients) {
        int[] cells = new int[coefficients.size()];
        long[] values = new long[coefficients.size()];
        int size = 0;
        for (Map.Entry<Integer, Long> term : coefficients.entrySet()) {
            cells[size] = term.getKey();
            values[size] = Math.floorMod(term.getValue(), PRIME);
            size += values[size] == 0 ? 0 : 1;
        }
        return new Residues(cells, values, size);
    }

    int size() {
        return size;
    }

    /** The cell of the i-th coefficient; they are in order. */
    int cell(int i) {
        return cells[i];
    }

    long value(int i) {
        return values[i];
    }

    /** So many times the i-th coefficient, as the whole number nearest to zero. */
    long nearest(int i, long times) {
        long value = multiply(values[i], times);
        return value > PRIME / 2 ? value - PRIME : value;
    }

    /** Zero where the row has no coefficient for the cell. */
    long at(int cell) {
        int i = Arrays.binarySearch(cells, 0, size, cell);
        return i < 0 ? 0 : values[i];
    }

    boolean has(int cell) {
        return Arrays.binarySearch(cells, 0, size, cell) >= 0;
    }

    void addCellsTo(BitSet some) {
        for (int i = 0; i < size; i++) {
            some.set(cells[i]);
        }
    }

    /** The row times what makes the cell's coefficient one. */
    Residues scaledTo(int cell) {
        long factor = inverse(at(cell));
        long[] scaled = new long[size];
        for (int i = 0; i < size; i++) {
            scaled[i] = multiply(values[i], factor);
        }
        return new Residues(cells, scaled, size);
    }

    /** The row less so much of another that nothing is left at the cell, where the other has one. */
    Residues without(int cell, Residues unit) {
        long mine = at(cell);
        return mine == 0 ? this : plus(unit, PRIME - mine);
    }

    /** The factor of another row with which nothing is left at a cell that both have. */
    long factorWithout(int cell, Residues other) {
        return PRIME - multiply(at(cell), inverse(other.at(cell)));
    }

    Residues plus(Residues other, long factor) {
        int[] sumCells = new int[size + other.size];
        long[] sumValues = new long[size + other.size];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < size || j < other.size) {
            int mine = i < size ? cells[i] : Integer.MAX_VALUE;
            int theirs = j < other.size ? other.cells[j] : Integer.MAX_VALUE;
            sumCells[count] = Math.min(mine, theirs);
            long value = mine <= theirs ? values[i++] : 0;
            if (theirs <= mine) {
                value = residue(value + factor * other.values[j++]);
            }
            sumValues[count] = value;
            count += value == 0 ? 0 : 1;
        }
        return new Residues(Arrays.copyOf(sumCells, count), Arrays.copyOf(sumValues, count), count);
    }

    /** What the coefficients of {@code plus} weigh, without adding up. */
    double weightOfSum(Residues other, long factor, double[] weights) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < size || j < other.size) {
            int mine = i < size ? cells[i] : Integer.MAX_VALUE;
            int theirs = j < other.size ? other.cells[j] : Integer.MAX_VALUE;
            long value = mine <= theirs ? values[i++] : 0;
            if (theirs <= mine) {
                value = residue(value + factor * other.values[j++]);
            }
            sum += value == 0 ? 0 : weights[Math.min(mine, theirs)];
        }
        return sum;
    }

    /** The sum of the products of coefficients of the same cells. */
    long times(Residues other) {
        long product = 0;
        for (int i = 0; i < other.size; i++) {
            product = residue(product + at(other.cells[i]) * other.values[i]);
        }
        return product;
    }

    double weight(double[] weights) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weights[cells[i]];
        }
        return sum;
    }

    static long multiply(long one, long other) {
        return residue(one * other);
    }

    /** 2³¹ is 1 modulo the prime: what is over it is added below. */
    private static long residue(long number) {
        long once = (number & PRIME) + (number >>> BITS);
        long twice = (once & PRIME) + (once >>> BITS);
        return twice == PRIME ? 0 : twice;
    }

    /** By Fermat's little theorem. */
    static long inverse(long value) {
        long result = 1;
        long power = value;
        for (long exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
            if ((exponent & 1) == 1) {
                result = multiply(result, power);
            }
            power = multiply(power, power);
        }
        return result;
    }
}
