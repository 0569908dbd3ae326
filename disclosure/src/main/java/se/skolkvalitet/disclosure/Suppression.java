package se.skolkvalitet.disclosure;

import java.util.BitSet;

/**
 * What is withheld of a table.
 *
 * @param withheld all withheld cells, primary ones too
 * @param cost of those that are withheld beside the primary ones
 */
public record Suppression(BitSet withheld, long cost) {
    /** Those that are withheld beside the primary ones. */
    public BitSet secondary(Table table) {
        BitSet secondary = (BitSet) withheld.clone();
        for (int cell = withheld.nextSetBit(0); cell >= 0; cell = withheld.nextSetBit(cell + 1)) {
            secondary.set(cell, table.cells().get(cell).isFree());
        }
        return secondary;
    }
}
