package se.skolkvalitet.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Those who know cells of their own, and must not work out by them what is not theirs. */
final class Owners {
    private final Table table;
    private final BitSet free;
    private final SortedMap<String, BitSet> cells;
    private final SortedMap<String, BitSet> hopeless = new TreeMap<>();

    /** @param withheld with all withheld that may be: what an owner works out even then nobody can keep from him */
    Owners(Table table, NullSpace withheld) {
        this.table = table;
        this.free = table.free();
        this.cells = table.cellsByOwner();
        cells.forEach((owner, own) -> {
            BitSet told = new BitSet();
            withheld.tellingSums(own, table.primaries()).keySet().forEach(told::set);
            hopeless.put(owner, told);
        });
    }

    /** What they can work out as it is now, and what would keep them from it. */
    List<Need> needs(NullSpace now, BitSet primaries) {
        List<Need> needs = new ArrayList<>();
        cells.forEach((owner, own) -> {
            BitSet known = (BitSet) own.clone();
            known.and(now.withheld());
            BitSet others = (BitSet) primaries.clone();
            others.andNot(hopeless.get(owner));
            if (!known.isEmpty()) {
                now.tellingSums(known, others).forEach((primary, terms) -> needs.add(need(primary, terms, own)));
            }
        });
        return needs;
    }

    private Need need(int primary, Residues terms, BitSet own) {
        BitSet oneOf = TellingSum.of(table, primary, terms).free();
        oneOf.and(free);
        oneOf.andNot(own);
        return new Need(primary, oneOf);
    }
}
