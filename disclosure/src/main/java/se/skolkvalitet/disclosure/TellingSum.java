package se.skolkvalitet.disclosure;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * A sum of equations in which one primary cell stands beside free and open cells alone, and beside such as are somebody's own: it is
 * found out, by him at least, where all of these are published.
 *
 * @param owner to whom; empty where it is everybody
 * @param factors by the equations' indices in the table, modulo a prime
 * @param free the cells one of which has to be withheld, whatever else is
 */
record TellingSum(int primary, String owner, Residues factors, OneOf free) {
    /** With whole factors; empty where there are none of a few digits, or where the prime has played a trick. */
    Optional<Derivation> derivation(Table table) {
        Derivation derivation = new Derivation(primary, owner, factors.inWholeNumbers(), free);
        return holds(derivation, table) ? Optional.of(derivation) : Optional.empty();
    }

    /** By exact arithmetic. */
    private static boolean holds(Derivation derivation, Table table) {
        Map<Integer, BigInteger> sum = table.sum(derivation.factors());
        return sum.containsKey(derivation.primary())
                && sum.keySet().stream()
                        .allMatch(cell -> cell == derivation.primary()
                                || derivation.free().has(cell)
                                || table.cells().get(cell).kind() == Cell.Kind.OPEN
                                || table.cells().get(cell).isOwnedBy(derivation.owner()));
    }
}
