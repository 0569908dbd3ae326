package se.skolkvalitet.disclosure;

import java.util.Arrays;

/**
 * Residues by index while they are added up (a sparse accumulator: Gilbert, Moler and Schreiber 1992). Once it is empty it can be used
 * again at no cost.
 */
final class Accumulator {
    static final int NONE = -1;
    private static final int FEW = 8;
    private static final int IN_WORD = 6;

    private final long[] values;

    /** A bit for each index that has been added to; its value may be zero again. */
    private final long[] words;

    private int firstWord = Integer.MAX_VALUE;
    private int lastWord = NONE;

    /** @param size over the highest index */
    Accumulator(int size) {
        values = new long[size];
        words = new long[(size >> IN_WORD) + 1];
    }

    void add(int index, long value) {
        values[index] = Residues.add(values[index], value);
        int word = index >> IN_WORD;
        words[word] |= 1L << index;
        firstWord = Math.min(firstWord, word);
        lastWord = Math.max(lastWord, word);
    }

    /** Each coefficient of a row, times a factor, at the index of its cell. */
    void add(Residues row, long factor) {
        for (int i = 0; i < row.size(); i++) {
            add(row.cell(i), Residues.multiply(row.value(i), factor));
        }
    }

    /** The first index from this one on at which there is anything; none where there is not. */
    int first(int from) {
        int word = from >> IN_WORD;
        long left = word < words.length ? words[word] & (-1L << from) : 0;
        while (word <= lastWord) {
            while (left != 0) {
                int index = (word << IN_WORD) + Long.numberOfTrailingZeros(left);
                if (values[index] != 0) {
                    return index;
                }
                left &= left - 1;
            }
            word++;
            left = word <= lastWord ? words[word] : 0;
        }
        return NONE;
    }

    /** The last one; none where there is none. */
    int last() {
        for (; lastWord >= firstWord; lastWord--) {
            while (words[lastWord] != 0) {
                int index = (lastWord << IN_WORD) + Long.SIZE - 1 - Long.numberOfLeadingZeros(words[lastWord]);
                if (values[index] != 0) {
                    return index;
                }
                words[lastWord] &= ~(1L << index);
            }
        }
        return NONE;
    }

    /** What is at an index; nothing is there any more. */
    long take(int index) {
        long value = values[index];
        values[index] = 0;
        return value;
    }

    /**
     * All that there is, as a row; nothing is left then.
     *
     * @param from the index at which the first cell is, before which there is nothing
     */
    Residues takeAll(int from) {
        int[] cells = new int[FEW];
        long[] found = new long[FEW];
        int size = 0;
        for (int index = first(from); index != NONE; index = first(index + 1)) {
            if (size == cells.length) {
                cells = Arrays.copyOf(cells, 2 * size);
                found = Arrays.copyOf(found, 2 * size);
            }
            cells[size] = index - from;
            found[size++] = take(index);
        }
        if (firstWord <= lastWord) {
            Arrays.fill(words, firstWord, lastWord + 1, 0);
        }
        firstWord = Integer.MAX_VALUE;
        lastWord = NONE;
        return Residues.ofSorted(cells, found, size);
    }
}
