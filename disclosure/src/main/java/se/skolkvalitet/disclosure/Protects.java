package se.skolkvalitet.disclosure;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** For whom cells are withheld. */
final class Protects {
    private final BitSet withheld;
    private final Exposure exposure;
    private final Collection<Widening.Narrow> narrow;

    /** @param narrow what would keep primary cells from being as uncertain as they have to be */
    Protects(Table table, BitSet withheld, Collection<Widening.Narrow> narrow) {
        this.withheld = withheld;
        this.exposure = Exposure.of(table, withheld);
        this.narrow = List.copyOf(narrow);
    }

    /**
     * The primary cells that would not be protected were this one published: those that would be found out; where there are none,
     * those that would not be as uncertain as they have to be, or that others make so, too.
     */
    BitSet by(int cell) {
        BitSet exposed = exposure.exposedBy(cell);
        if (!exposed.isEmpty()) {
            return exposed;
        }
        BitSet byItAlone = primaries(cell, others -> others.isEmpty());
        return byItAlone.isEmpty() ? primaries(cell, others -> true) : byItAlone;
    }

    /** @param which by the others that are withheld of what has the cell */
    private BitSet primaries(int cell, Predicate<BitSet> which) {
        BitSet primaries = new BitSet();
        for (Widening.Narrow one : narrow) {
            if (one.cells().get(cell)) {
                BitSet others = (BitSet) one.cells().clone();
                others.and(withheld);
                others.clear(cell);
                if (which.test(others)) {
                    primaries.set(one.primary());
                }
            }
        }
        return primaries;
    }
}
