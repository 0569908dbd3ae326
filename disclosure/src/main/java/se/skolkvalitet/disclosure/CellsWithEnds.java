package se.skolkvalitet.disclosure;

import java.util.BitSet;

/**
 * What cells are, between which ends each should be, and what it counts where it is not. All of a cell stands side by side: a search looks at
 * a few cells of many, in no order, and so each look takes one line of memory.
 */
final class CellsWithEnds {
    static final long NO_END = Long.MAX_VALUE;

    private static final int WIDTH_IN_BITS = 3;
    private static final int LEAST = 1;
    private static final int MOST = 2;
    private static final int GAP = 3;
    private static final int TIMES = 4;
    private static final int FAR = 5;
    private static final int WEIGHT = 6;

    private final int size;

    /** Values and ends are so many times what the cell is as its row says. */
    private final long[] all;

    /**
     * @param values of each cell so many times as its row says
     * @param gaps what a cell is at the least, unless it is zero; zero where it may be anything
     */
    CellsWithEnds(WholeRows rows, long[] values, long[] least, long[] most, long[] gaps) {
        size = values.length;
        all = new long[size << WIDTH_IN_BITS];
        for (int index = 0; index < size; index++) {
            int at = at(index);
            all[at] = values[index];
            all[at + TIMES] = rows.row(index).times();
            all[at + GAP] = gaps[index] * all[at + TIMES];
            setWeight(index, 1);
            setEnds(index, least[index], most[index]);
        }
    }

    private static int at(int index) {
        return index << WIDTH_IN_BITS;
    }

    int size() {
        return size;
    }

    /** How much a cell is, so many times as its row says. */
    long value(int index) {
        return all[at(index)];
    }

    void add(int index, long by) {
        all[at(index)] += by;
    }

    long times(int index) {
        return all[at(index) + TIMES];
    }

    long least(int index) {
        return all[at(index) + LEAST] / times(index);
    }

    long most(int index) {
        long most = all[at(index) + MOST];
        return most == NO_END ? NO_END : most / times(index);
    }

    /** What it is at the least, unless it is zero, so many times as its row says. */
    long gap(int index) {
        return all[at(index) + GAP];
    }

    void forgetGap(int index) {
        all[at(index) + GAP] = 0;
    }

    void setEnds(int index, long least, long most) {
        int at = at(index);
        all[at + LEAST] = least * all[at + TIMES];
        all[at + MOST] = most == NO_END ? NO_END : most * all[at + TIMES];
    }

    void setWeight(int index, double weight) {
        all[at(index) + WEIGHT] = Double.doubleToRawLongBits(weight);
    }

    double weight(int index) {
        return Double.longBitsToDouble(all[at(index) + WEIGHT]);
    }

    /** Keeps how far it is over its ends, as it was found. */
    void setFar(int index, long far) {
        all[at(index) + FAR] = far;
    }

    /** How far a cell is over its ends, and whether it is not whole. */
    long fault(int index) {
        return fault(at(index), value(index));
    }

    /** How much worse it is, by its weight, when it is so much more. */
    double worse(int index, long by) {
        int at = at(index);
        return Double.longBitsToDouble(all[at + WEIGHT]) * (fault(at, all[at] + by) - all[at + FAR]);
    }

    private long fault(int at, long value) {
        long times = all[at + TIMES];
        return Math.abs(farther(at, value)) + (times == 1 || value % times == 0 ? 0 : 1);
    }

    /** How far it is over the most that it may be, or, below zero, under the least. */
    long farther(int index) {
        return farther(at(index), value(index));
    }

    private long farther(int at, long value) {
        if (value < all[at + LEAST]) {
            return value - all[at + LEAST];
        }
        if (value > all[at + MOST]) {
            return value - all[at + MOST];
        }
        return value > 0 && value < all[at + GAP] ? nearest(value, value - all[at + GAP]) : 0;
    }

    private static long nearest(long over, long under) {
        return over <= -under ? over : under;
    }

    /** Between its ends, where it has any, but where nothing is. */
    boolean isInGap(int index) {
        return value(index) > 0 && value(index) < gap(index);
    }

    long[] values() {
        long[] values = new long[size];
        for (int index = 0; index < size; index++) {
            values[index] = value(index);
        }
        return values;
    }

    void setValues(long[] values) {
        for (int index = 0; index < size; index++) {
            all[at(index)] = values[index];
        }
    }

    /** The cells that are other than these values, by their indices. */
    BitSet other(long[] values) {
        BitSet other = new BitSet();
        for (int index = 0; index < size; index++) {
            if (value(index) != values[index]) {
                other.set(index);
            }
        }
        return other;
    }
}
