package se.skolkvalitet.disclosure;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** For whom cells are withheld. */
final class Protects {
    private static final long SEED = 2;

    private final BitSet withheld;
    private final Changes changes;
    private final Collection<Need> needs;

    /** @param needs what primary cells need beside that they do not follow from what is published */
    Protects(Table table, BitSet withheld, Collection<Need> needs) {
        this.withheld = withheld;
        this.changes = new Changes(new Solved(new Incidence(table), withheld), table.primaries(), new Random(SEED));
        this.needs = List.copyOf(needs);
    }

    /**
     * The primary cells that would not be protected were this one published: those that would be found out; where there are none,
     * those that need something which it alone is withheld of, or else others, too.
     */
    BitSet by(int cell) {
        BitSet exposed = changes.toldBy(cell);
        if (!exposed.isEmpty()) {
            return exposed;
        }
        BitSet byItAlone = primaries(cell, others -> others.isEmpty());
        return byItAlone.isEmpty() ? primaries(cell, others -> true) : byItAlone;
    }

    /** @param which by the others that are withheld of what has the cell */
    private BitSet primaries(int cell, Predicate<BitSet> which) {
        BitSet primaries = new BitSet();
        for (Need one : needs) {
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
