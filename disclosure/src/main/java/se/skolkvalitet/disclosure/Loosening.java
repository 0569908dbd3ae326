package se.skolkvalitet.disclosure;

import java.util.BitSet;
import java.util.Optional;

/**
 * Finds what to withhold so that a primary cell that is too certain may be something else: tables near the true one in which it is,
 * and as little is changed of what is published as it can find.
 */
final class Loosening {
    private static final int TRIES = 10;
    private static final int LEAST_STEPS = 100;
    private static final int MOST_STEPS = 3_200;
    private static final int PRICE = 2;

    private final Table table;

    /** All that may be withheld, of which what is published should not change. */
    private final Optional<LookAlike> all;

    Loosening(Table table, Incidence incidence, BitSet withheld) {
        this.table = table;
        BitSet both = table.neverTold();
        both.or(table.free());
        this.all = LookAlike.ofTruth(
                table, incidence, both, table.decimals(withheld), cell -> withheld.get(cell) ? 0 : price(cell));
    }

    /** A wrong cell counts one for each unit: nothing should be so dear that no way leads over it. */
    private double price(int cell) {
        return Math.sqrt(table.cells().get(cell).cost()) / PRICE;
    }

    /**
     * From now on what it tells is withheld.
     *
     * @param known cells that somebody knows, to whom it is too certain
     * @return published cells that make a primary one uncertain enough when they are withheld; none where it is already, or where
     *     it finds none
     */
    BitSet loosen(int primary, BitSet known) {
        return all.map(found -> loosen(found, primary, known)).orElseGet(BitSet::new);
    }

    private BitSet loosen(LookAlike found, int primary, BitSet known) {
        found.fix(known);
        BitSet cells = cheapest(found, primary).orElseGet(BitSet::new);
        found.release(table, known);
        found.release(table, cells);
        return cells;
    }

    private Optional<BitSet> cheapest(LookAlike found, int primary) {
        Ways ways = new Ways(table, found);
        Optional<BitSet> best = Optional.empty();
        int left = TRIES;
        for (int steps = LEAST_STEPS; left > 0 && steps <= MOST_STEPS && !isForNothing(best); ) {
            int most = steps;
            best = ways.cheaper(
                    best,
                    ways.cheapest(primary, (index, from, to) -> found.cheapest(index, from, to, most, table::costOf)));
            // What takes many steps has hardly been looked for with few.
            steps = best.isEmpty() ? 2 * steps : steps;
            left -= best.isEmpty() ? 0 : 1;
        }
        return best;
    }

    private static boolean isForNothing(Optional<BitSet> cells) {
        return cells.filter(BitSet::isEmpty).isPresent();
    }
}
