package se.skolkvalitet.disclosure;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;

/**
 * A row with a coefficient for some cells, modulo a prime. Arithmetic modulo a prime does not grow, and hardly ever finds
 * a zero where there is none; what rests on it is proved by {@link HiddenChange} afterwards.
 */
final class Residues {
    private static final int BITS = 31;

    /** A Mersenne prime, so that nothing has to be divided; products of two residues are still a long. */
    private static final long PRIME = (1L << BITS) - 1;

    private static final int MOST_TIMES = 10_000;
    private static final long MOST_NUMERATOR = 1 << BITS / 2;

    static final Residues NONE = new Residues(new int[0], new long[0], 0);

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
            values[size] = residue(term.getValue());
            size += values[size] == 0 ? 0 : 1;
        }
        return new Residues(cells, values, size);
    }

    /**
     * @param cells in order
     * @param values residues of which none is zero
     */
    static Residues ofSorted(int[] cells, long[] values, int size) {
        return new Residues(Arrays.copyOf(cells, size), Arrays.copyOf(values, size), size);
    }

    /** One coefficient of 1. */
    static Residues of(int cell) {
        return new Residues(new int[] {cell}, new long[] {1}, 1);
    }

    /** One coefficient. */
    static Residues of(int cell, long value) {
        return new Residues(new int[] {cell}, new long[] {residue(value)}, 1);
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

    /**
     * How many times the row has whole coefficients, at the least, where these are fractions of small numbers; of others a number
     * that is of no use.
     */
    long denominator() {
        long times = 1;
        for (int i = 0; i < size && times < MOST_TIMES; i++) {
            times *= denominator(i, times);
        }
        return times;
    }

    /** The coefficients of so many times the row as it has whole ones, at the least. */
    SortedMap<Integer, Long> inWholeNumbers() {
        long times = denominator();
        SortedMap<Integer, Long> whole = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            whole.put(cells[i], nearest(i, times));
        }
        return whole;
    }

    /**
     * The denominator of so many times the i-th coefficient, where that is a fraction of two small numbers: the first
     * of Euclid's remainders that is small is its numerator, up to the sign.
     */
    long denominator(int i, long times) {
        long remainder = multiply(values[i], times);
        long before = PRIME;
        long factor = 1;
        long factorBefore = 0;
        while (remainder > MOST_NUMERATOR) {
            long quotient = before / remainder;
            long next = before - quotient * remainder;
            before = remainder;
            remainder = next;
            long nextFactor = factorBefore - quotient * factor;
            factorBefore = factor;
            factor = nextFactor;
        }
        return Math.abs(factor);
    }

    /** So many times the i-th coefficient, where that is a fraction of two small numbers. */
    BigFraction fraction(int i, long times) {
        long denominator = denominator(i, times);
        return new BigFraction(nearest(i, multiply(times, denominator)), denominator);
    }

    /** Zero where the row has no coefficient for the cell. */
    long at(int cell) {
        int i = Arrays.binarySearch(cells, 0, size, cell);
        return i < 0 ? 0 : values[i];
    }

    /** The coefficients that the row has for some cells. */
    Residues at(BitSet some) {
        int[] found = new int[size];
        long[] valuesOfFound = new long[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            found[count] = cells[i];
            valuesOfFound[count] = values[i];
            count += some.get(cells[i]) ? 1 : 0;
        }
        return new Residues(Arrays.copyOf(found, count), Arrays.copyOf(valuesOfFound, count), count);
    }

    void addCellsTo(BitSet some) {
        for (int i = 0; i < size; i++) {
            some.set(cells[i]);
        }
    }

    boolean hasAny(BitSet some) {
        for (int i = 0; i < size; i++) {
            if (some.get(cells[i])) {
                return true;
            }
        }
        return false;
    }

    boolean has(int cell) {
        return Arrays.binarySearch(cells, 0, size, cell) >= 0;
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
                value = fold(value + factor * other.values[j++]);
            }
            sumValues[count] = value;
            count += value == 0 ? 0 : 1;
        }
        return new Residues(Arrays.copyOf(sumCells, count), Arrays.copyOf(sumValues, count), count);
    }

    /** Whether it is another row times a factor that is not zero. */
    boolean isMultipleOf(Residues other) {
        return size == other.size
                && size > 0
                && has(other.cells[0])
                && plus(other, factorWithout(other.cells[0], other)).size == 0;
    }

    /** How many of some cells it has. */
    int count(BitSet some) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += some.get(cells[i]) ? 1 : 0;
        }
        return count;
    }

    /** How many of some cells {@code plus} would have, without adding up. */
    int countOfSum(Residues other, long factor, BitSet some) {
        int count = count(some);
        for (int i = 0; i < other.size; i++) {
            if (some.get(other.cells[i])) {
                long mine = at(other.cells[i]);
                if (mine == 0) {
                    count++;
                } else if (fold(mine + factor * other.values[i]) == 0) {
                    count--;
                }
            }
        }
        return count;
    }

    /** The sum of the coefficients, each times the value of its cell. */
    long times(long[] values) {
        long product = 0;
        for (int i = 0; i < size; i++) {
            product = fold(product + this.values[i] * values[cells[i]]);
        }
        return product;
    }

    static long residue(long number) {
        return Math.floorMod(number, PRIME);
    }

    static long residue(BigFraction number) {
        return multiply(residue(number.getNumerator()), inverse(residue(number.getDenominator())));
    }

    private static long residue(BigInteger number) {
        return number.mod(BigInteger.valueOf(PRIME)).longValueExact();
    }

    static long add(long one, long other) {
        return fold(one + other);
    }

    static long multiply(long one, long other) {
        return fold(one * other);
    }

    /** 2³¹ is 1 modulo the prime: what is over it is added below. */
    private static long fold(long number) {
        long once = (number & PRIME) + (number >>> BITS);
        long twice = (once & PRIME) + (once >>> BITS);
        return twice == PRIME ? 0 : twice;
    }

    /** By Fermat's little theorem. */
    static long inverse(long value) {
        if (value == 1 || value == PRIME - 1) {
            return value;
        }
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
