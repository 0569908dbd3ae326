package se.skolkvalitet.disclosure;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** How a primary cell may be as much more, or as much less, than it is as it has to be, or some of both: from the true table. */
final class Ways {
    private final Table table;
    private final LookAlike lookAlike;
    private final ToLongFunction<BitSet> cost;

    /** Goes to where a cell has so much at the least and at the most; tells what that changes, and goes home. */
    @FunctionalInterface
    interface Search {
        Optional<BitSet> changed(int index, long from, long to);
    }

    Ways(Table table, LookAlike lookAlike) {
        this(table, lookAlike, table::costOf);
    }

    /** @param cost of what changes */
    Ways(Table table, LookAlike lookAlike, ToLongFunction<BitSet> cost) {
        this.table = table;
        this.lookAlike = lookAlike;
        this.cost = cost;
    }

    /** What changes in one way or another, of those that are found the cheapest; empty where none is. */
    Optional<BitSet> cheapest(int primary, Search search) {
        int index = lookAlike.rows().index(primary);
        long width = Math.max(
                1, lookAlike.unitsFor(table.cells().get(primary).protection().width()));
        Optional<BitSet> best = Optional.empty();
        for (long up = 0; up <= width; up++) {
            best = cheaper(best, changed(index, up, width - up, search));
        }
        long jump = lookAlike.widestGap();
        if (jump > width && best.isEmpty()) {
            best = cheaper(changed(index, jump, 0, search), changed(index, 0, jump, search));
        }
        return best;
    }

    Optional<BitSet> cheaper(Optional<BitSet> one, Optional<BitSet> other) {
        return one.isPresent() && (other.isEmpty() || cost.applyAsLong(one.get()) <= cost.applyAsLong(other.get()))
                ? one
                : other;
    }

    /** What changes where it is so much more, and where it is so much less. */
    private Optional<BitSet> changed(int index, long up, long down, Search search) {
        long value = lookAlike.value(index);
        Optional<BitSet> over = up == 0 ? Optional.of(new BitSet()) : search.changed(index, value + up, Long.MAX_VALUE);
        return down == 0
                ? over
                : over.flatMap(changed -> search.changed(index, 0, value - down).map(others -> both(changed, others)));
    }

    private static BitSet both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.or(other);
        return both;
    }
}
