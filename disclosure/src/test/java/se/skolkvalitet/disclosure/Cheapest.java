package se.skolkvalitet.disclosure;

import java.util.BitSet;
import java.util.List;

/** The cheapest of all choices, by trying each, where each cell costs one. */
final class Cheapest {
    private static final int MOST_FREE = 14;

    private Cheapest() {}

    /** Whether there are few enough, and anything to protect. */
    static boolean canBeFound(Table table) {
        return table.free().cardinality() <= MOST_FREE
                && !Attacker.primaries(table).isEmpty();
    }

    static long cost(Table table) {
        int[] free = table.free().stream().toArray();
        List<Integer> hopeless = Attacker.findsOut(table, table.notOpen());
        long least = Long.MAX_VALUE;
        for (int choice = 0; choice < 1 << free.length; choice++) {
            if (Integer.bitCount(choice) < least
                    && hopeless.containsAll(Attacker.findsOut(table, withheld(table, free, choice)))) {
                least = Integer.bitCount(choice);
            }
        }
        return least;
    }

    private static BitSet withheld(Table table, int[] free, int choice) {
        BitSet withheld = table.neverTold();
        for (int i = 0; i < free.length; i++) {
            withheld.set(free[i], (choice >> i & 1) == 1);
        }
        return withheld;
    }
}
