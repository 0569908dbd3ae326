package se.skolkvalitet.disclosure;

import java.util.BitSet;

/** For whom cells are withheld. */
final class Protects {
    private final Table table;
    private final BitSet withheld;
    private final Exposure exposure;

    Protects(Table table, BitSet withheld) {
        this.table = table;
        this.withheld = withheld;
        this.exposure = Exposure.of(table, withheld);
    }

    /**
     * The primary cells that would not be protected were this one published: those that would be found out; where there are none,
     * those that would not be as uncertain as they have to be; and where there are none of these, those of which that could
     * not be shown by tables of whole numbers.
     */
    BitSet by(int cell) {
        BitSet exposed = exposure.exposedBy(cell);
        if (!exposed.isEmpty()) {
            return exposed;
        }
        BitSet others = (BitSet) withheld.clone();
        others.clear(cell);
        Widening widening = Widening.asAsked(table);
        BitSet narrow = widening.couldBeWider(others);
        narrow.andNot(widening.couldBeWider(withheld));
        if (!narrow.isEmpty() || !widening.isAsked()) {
            return narrow;
        }
        BitSet unproven = WitnessTables.of(table, others).unproven();
        unproven.andNot(WitnessTables.of(table, withheld).unproven());
        return unproven;
    }
}
