package se.skolkvalitet.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Cells one of which has to be withheld. There are many such sets of few cells each. */
public final class OneOf {
    private final int[] cells;

    private OneOf(int[] cells) {
        this.cells = cells;
    }

    public static OneOf of(BitSet cells) {
        return new OneOf(cells.stream().toArray());
    }

    static OneOf of(int cell) {
        return new OneOf(new int[] {cell});
    }

    /** In order. */
    public IntStream stream() {
        return Arrays.stream(cells);
    }

    /** In order; not to be changed. */
    int[] cells() {
        return cells;
    }

    int size() {
        return cells.length;
    }

    boolean isEmpty() {
        return cells.length == 0;
    }

    boolean has(int cell) {
        return Arrays.binarySearch(cells, cell) >= 0;
    }

    /** Those that are among some. */
    OneOf and(BitSet some) {
        return new OneOf(stream().filter(some::get).toArray());
    }

    /** Those that are not. */
    OneOf without(BitSet some) {
        return new OneOf(stream().filter(cell -> !some.get(cell)).toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OneOf that && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }

    @Override
    public String toString() {
        return Arrays.toString(cells);
    }
}
