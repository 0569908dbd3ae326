package se.skolkvalitet.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Those who know cells of their own, and must not work out by them what is not theirs. */
final class Owners {
    private final Telling telling;
    private final BitSet free;
    private final SortedMap<String, BitSet> cells;
    private final SortedMap<String, BitSet> hopeless = new TreeMap<>();

    /** @param all that may be withheld: what an owner works out even then nobody can keep from him */
    Owners(Table table, Telling telling, BitSet all) {
        this.telling = telling;
        this.free = table.free();
        this.cells = table.cellsByOwner();
        cells.forEach((owner, own) -> {
            BitSet told = new BitSet();
            tellingSums(own, all, table.primaries()).forEach(sum -> told.set(sum.primary()));
            hopeless.put(owner, told);
        });
    }

    /** What they can work out as it is now, and what would keep them from it. */
    List<Need> needs(BitSet withheld, BitSet primaries) {
        List<Need> needs = new ArrayList<>();
        cells.forEach((owner, own) -> {
            BitSet others = (BitSet) primaries.clone();
            others.andNot(hopeless.get(owner));
            tellingSums(own, withheld, others).forEach(sum -> needs.add(need(sum, own)));
        });
        return needs;
    }

    /** What an owner can work out that is not his, and that is linked with what is. */
    private List<TellingSum> tellingSums(BitSet own, BitSet withheld, BitSet which) {
        BitSet known = (BitSet) own.clone();
        known.and(withheld);
        BitSet unknown = (BitSet) withheld.clone();
        unknown.andNot(own);
        return telling.linkedWith(known, unknown, which);
    }

    private Need need(TellingSum sum, BitSet own) {
        BitSet oneOf = (BitSet) sum.free().clone();
        oneOf.and(free);
        oneOf.andNot(own);
        return new Need(sum.primary(), oneOf);
    }
}
