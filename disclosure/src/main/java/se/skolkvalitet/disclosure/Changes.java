package se.skolkvalitet.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Some changes of withheld cells that no equation notices, made of numbers of chance: two cells that are multiples of each other in
 * all of them tell each other. To publish a cell leaves those changes in which it has nothing, one less.
 */
final class Changes {
    private static final int AT_FIRST = 16;
    private static final int LEAST = 2;

    private final long[][] changes = new long[AT_FIRST][];
    private final BitSet primaries;
    private int left = AT_FIRST;

    /** @param primaries those that are not to be told */
    Changes(Solved solved, BitSet primaries, Random random) {
        this.primaries = primaries;
        Arrays.setAll(changes, none -> solved.change(random));
    }

    /** Whether they are too few to say anything more. */
    boolean areUsedUp() {
        return left < LEAST;
    }

    /** Publishes a withheld cell, unless that told a primary one. */
    boolean publish(int cell) {
        int with = withSomethingAt(cell);
        if (with < left) {
            if (multiplesOf(cell, with).findAny().isPresent()) {
                return false;
            }
            takeOut(cell, with);
        }
        return true;
    }

    /** The primary cells that would be told, were the cell published; none where it is told itself. */
    BitSet toldBy(int cell) {
        int with = withSomethingAt(cell);
        BitSet told = new BitSet();
        if (with < left) {
            multiplesOf(cell, with).forEach(told::set);
        }
        return told;
    }

    private int withSomethingAt(int cell) {
        int which = 0;
        while (which < left && changes[which][cell] == 0) {
            which++;
        }
        return which;
    }

    private IntStream multiplesOf(int cell, int with) {
        long inverse = Residues.inverse(changes[with][cell]);
        return primaries.stream().filter(primary -> primary != cell && isMultiple(primary, cell, with, inverse));
    }

    private boolean isMultiple(int primary, int cell, int with, long inverse) {
        long times = Residues.multiply(changes[with][primary], inverse);
        if (times == 0) {
            return false;
        }
        for (int i = 0; i < left; i++) {
            if (changes[i][primary] != Residues.multiply(times, changes[i][cell])) {
                return false;
            }
        }
        return true;
    }

    private void takeOut(int cell, int with) {
        long[] gone = changes[with];
        changes[with] = changes[--left];
        long inverse = Residues.inverse(gone[cell]);
        for (int i = 0; i < left; i++) {
            long[] change = changes[i];
            long factor = Residues.residue(-Residues.multiply(change[cell], inverse));
            if (factor != 0) {
                Arrays.setAll(change, other -> Residues.add(change[other], Residues.multiply(factor, gone[other])));
            }
        }
    }
}
