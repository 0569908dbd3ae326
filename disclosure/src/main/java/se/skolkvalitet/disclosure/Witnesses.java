package se.skolkvalitet.disclosure;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Proves by exact arithmetic which withheld cells cannot be found out, and which can. A cell that no other withheld cell
 * stands beside, when the equations are solved for withheld cells, is found out; of any other there is a witness.
 */
final class Witnesses {
    private final ExactRows rows;

    private Witnesses(ExactRows rows) {
        this.rows = rows;
    }

    /** Of each primary cell that cannot be found out. */
    static SortedMap<Integer, Witness> of(Table table, BitSet withheld) {
        Witnesses witnesses = new Witnesses(ExactRows.ofWithheld(table, withheld));
        SortedMap<Integer, Witness> found = new TreeMap<>();
        for (int cell = 0; cell < table.cells().size(); cell++) {
            if (table.cells().get(cell).isPrimary() && !witnesses.isFoundOut(cell)) {
                found.put(cell, witnesses.witness(cell));
            }
        }
        return found;
    }

    private boolean isFoundOut(int cell) {
        ExactRows.Row row = rows.solved().get(cell);
        return row != null && row.terms().size() == 1;
    }

    /** The change of a cell for which no row is solved, and of all cells that follow from it. */
    private Witness witness(int cell) {
        ExactRows.Row own = rows.solved().get(cell);
        int free = own == null
                ? cell
                : own.terms().keySet().stream()
                        .filter(other -> other != cell)
                        .min((one, other) -> Integer.compare(
                                rows.rowsWith(one).size(), rows.rowsWith(other).size()))
                        .orElseThrow();
        List<ExactRows.Row> following = rows.rowsWith(free);
        BigInteger step = following.stream()
                .map(row -> row.own().abs())
                .reduce(BigInteger.ONE, (one, other) -> one.divide(one.gcd(other))
                        .multiply(other));
        SortedMap<Integer, BigInteger> change = new TreeMap<>(Map.of(free, step));
        for (ExactRows.Row row : following) {
            change.put(
                    row.solvedFor(),
                    step.multiply(row.terms().get(free)).divide(row.own()).negate());
        }
        return new Witness(ExactRows.withoutCommonFactor(change));
    }
}
