package se.skolkvalitet.disclosure;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Which cells of a table are over their ends, and how far. */
final class Faults {
    private final long[] far;

    /** Those that are, in no order that means anything. */
    private final int[] wrong;

    /** Where each of them stands there. */
    private final int[] places;

    private int count;

    /** Those that may be, at a price. */
    private final boolean[] priced;

    private int countOfPriced;

    Faults(int cells) {
        far = new long[cells];
        wrong = new int[cells];
        places = new int[cells];
        priced = new boolean[cells];
    }

    /**
     * @param fault how far the cell is over its ends now
     * @param isPriced whether it may be
     */
    void set(int index, long fault, boolean isPriced) {
        if (fault > 0 && far[index] == 0) {
            places[index] = count;
            wrong[count++] = index;
        } else if (fault == 0 && far[index] > 0) {
            int last = wrong[--count];
            wrong[places[index]] = last;
            places[last] = places[index];
        }
        far[index] = fault;
        if (isPriced != priced[index]) {
            priced[index] = isPriced;
            countOfPriced += isPriced ? 1 : -1;
        }
    }

    boolean areNone() {
        return count == 0;
    }

    /** Whether none are but at a price. */
    boolean arePriced() {
        return count == countOfPriced;
    }

    int count() {
        return count;
    }

    /** One of so many as there are. */
    int get(int i) {
        return wrong[i];
    }

    /** Those that there are. */
    IntStream stream() {
        return Arrays.stream(wrong, 0, count);
    }

    int any(SplittableRandom random) {
        return wrong[random.nextInt(count)];
    }

    /** From now on none are. */
    void clear() {
        while (count > 0) {
            far[wrong[--count]] = 0;
            priced[wrong[count]] = false;
        }
        countOfPriced = 0;
    }
}
