package se.skolkvalitet.disclosure;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** For whom cells are withheld. */
final class Protects {
    private final IntFunction<BitSet> toldBy;
    private final BitSet withheld;
    private final Collection<Need> needs;

    /**
     * @param toldBy the primary cells that would be told, were a cell published
     * @param needs what primary cells need beside that they are not told
     */
    Protects(IntFunction<BitSet> toldBy, BitSet withheld, Collection<Need> needs) {
        this.toldBy = toldBy;
        this.withheld = withheld;
        this.needs = List.copyOf(needs);
    }

    /**
     * The primary cells that would not be protected were this one published: those that would be told; where there are none,
     * those that need something which it alone is withheld of, or else others, too.
     */
    BitSet by(int cell) {
        BitSet told = toldBy.apply(cell);
        if (!told.isEmpty()) {
            return told;
        }
        BitSet byItAlone = primaries(cell, those -> those.size() == 1);
        return byItAlone.isEmpty() ? primaries(cell, those -> true) : byItAlone;
    }

    /** @param which by what is withheld of that which has the cell */
    private BitSet primaries(int cell, Predicate<OneOf> which) {
        BitSet primaries = new BitSet();
        for (Need one : needs) {
            if (one.cells().has(cell)) {
                if (which.test(one.cells().and(withheld))) {
                    primaries.set(one.primary());
                }
            }
        }
        return primaries;
    }
}
