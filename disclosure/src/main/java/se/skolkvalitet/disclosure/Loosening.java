package se.skolkvalitet.disclosure;

import java.util.BitSet;
import java.util.Optional;

/**
 * Finds what to withhold so that a primary cell that is too certain may be something else: tables near the true one in which it is,
 * and as little is changed of what is published as it can find.
 */
final class Loosening {
    private static final int LEAST_TRIES = 10;
    private static final int MOST_TRIES = 100;
    private static final int STEPS = 400;
    private static final int PRICE = 2;

    private final Table table;

    /** All that may be withheld, of which what is published should not change. */
    private final Optional<LookAlike> all;

    Loosening(Table table, Incidence incidence, BitSet withheld) {
        this.table = table;
        BitSet both = table.primaries();
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
     * @return published cells that make a primary one uncertain enough when they are withheld; none where it is already, or where
     *     it finds none
     */
    BitSet loosen(int primary) {
        BitSet cells = all.flatMap(found -> cheapest(found, primary)).orElseGet(BitSet::new);
        all.ifPresent(found -> cells.stream().forEach(cell -> found.withhold(table, cell)));
        return cells;
    }

    private Optional<BitSet> cheapest(LookAlike found, int primary) {
        int index = found.rows().index(primary);
        long width = Math.max(
                1, found.unitsFor(table.cells().get(primary).protection().width()));
        Optional<BitSet> best = Optional.empty();
        for (int i = 0; i < LEAST_TRIES || i < MOST_TRIES && best.isEmpty(); i++) {
            for (long up = 0; up <= width; up++) {
                best = cheaper(best, changed(found, index, up, width - up));
            }
        }
        return best;
    }

    private Optional<BitSet> cheaper(Optional<BitSet> one, Optional<BitSet> other) {
        return one.isPresent() && (other.isEmpty() || table.costOf(one.get()) <= table.costOf(other.get()))
                ? one
                : other;
    }

    /** What changes where it is so much more, and where it is so much less; empty where nothing is found. */
    private Optional<BitSet> changed(LookAlike found, int index, long up, long down) {
        long value = found.valueInUnits(index);
        Optional<BitSet> over = up == 0
                ? Optional.of(new BitSet())
                : found.cheapest(index, value + up, Long.MAX_VALUE, STEPS, table::costOf);
        return down == 0
                ? over
                : over.flatMap(changed -> found.cheapest(index, 0, value - down, STEPS, table::costOf)
                        .map(others -> {
                            BitSet both = (BitSet) changed.clone();
                            both.or(others);
                            return both;
                        }));
    }
}
