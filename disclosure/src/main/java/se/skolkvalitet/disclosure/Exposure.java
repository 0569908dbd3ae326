package se.skolkvalitet.disclosure;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * Which withheld cells tell each other: two that are a multiple of each other in all changes that no equation notices. Were one
 * published, the other would be found out. It is seen by a few changes of chance, modulo a prime.
 */
final class Exposure {
    private static final long SEED = 2;

    private final long[] first;
    private final long[] second;
    private final long[] third;
    private final Map<Alike, BitSet> primaries = new HashMap<>();

    /** How many times as much two changes have at a cell as a third; the same for those that are multiples of each other. */
    private record Alike(long second, long third) {}

    Exposure(Table table, BitSet withheld) {
        Solved solved = new Solved(new Incidence(table), withheld);
        Random random = new Random(SEED);
        first = solved.change(random);
        second = solved.change(random);
        third = solved.change(random);
        withheld.stream()
                .filter(cell -> table.cells().get(cell).isPrimary() && first[cell] != 0)
                .forEach(cell -> primaries
                        .computeIfAbsent(alike(cell), none -> new BitSet())
                        .set(cell));
    }

    private Alike alike(int cell) {
        long inverse = Residues.inverse(first[cell]);
        return new Alike(Residues.multiply(second[cell], inverse), Residues.multiply(third[cell], inverse));
    }

    /** The primary cells that would be found out were this one published; none where it is found out itself. */
    BitSet exposedBy(int cell) {
        return first[cell] == 0
                ? new BitSet()
                : (BitSet) primaries.getOrDefault(alike(cell), new BitSet()).clone();
    }
}
