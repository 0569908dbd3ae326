package se.skolkvalitet.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Rows in the order of their lengths; of those of the same length the first comes first. */
final class ShortestFirst {
    static final int NONE = -1;

    /** By length: rows that have had it. That one has become longer is seen when it comes to it. */
    private final List<BitSet> rows = new ArrayList<>();

    private int shortest;

    /** Has to be told of each row that becomes shorter. */
    void add(int row, int length) {
        while (rows.size() <= length) {
            rows.add(new BitSet());
        }
        rows.get(length).set(row);
        shortest = Math.min(shortest, length);
    }

    /**
     * Takes out the shortest row that is not empty; none where there is none.
     *
     * @param lengths as they are now
     */
    int take(IntUnaryOperator lengths) {
        for (; shortest < rows.size(); shortest++) {
            BitSet some = rows.get(shortest);
            for (int row = some.nextSetBit(0); row >= 0; row = some.nextSetBit(row + 1)) {
                some.clear(row);
                int length = lengths.applyAsInt(row);
                if (length == shortest && length > 0) {
                    return row;
                }
                if (length > shortest) {
                    add(row, length);
                }
            }
        }
        return NONE;
    }
}
