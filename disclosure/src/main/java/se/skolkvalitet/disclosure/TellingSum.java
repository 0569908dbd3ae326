package se.skolkvalitet.disclosure;

import java.util.BitSet;

/**
 * A sum of equations in which one primary cell stands beside free and open cells alone: it is found out where all of these are
 * published.
 *
 * @param terms the coefficients, modulo a prime
 * @param free the cells one of which has to be withheld, whatever else is
 */
record TellingSum(int primary, Residues terms, BitSet free) {
    static TellingSum of(Table table, int primary, Residues terms) {
        BitSet free = new BitSet();
        for (int i = 0; i < terms.size(); i++) {
            free.set(terms.cell(i), table.cells().get(terms.cell(i)).isFree());
        }
        return new TellingSum(primary, terms, free);
    }
}
