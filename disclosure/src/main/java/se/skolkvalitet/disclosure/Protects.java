package se.skolkvalitet.disclosure;

import java.util.BitSet;

/** For whom cells are withheld. */
final class Protects {
    private final Table table;
    private final BitSet withheld;
    private final Exposure exposure;
    private final Widening widening;
    private BitSet couldBeWider;
    private BitSet unproven;

    Protects(Table table, BitSet withheld) {
        this.table = table;
        this.withheld = withheld;
        this.exposure = Exposure.of(table, withheld);
        this.widening = Widening.asAsked(table);
    }

    /**
     * The primary cells that would not be protected were this one published: those that would be found out; where there are none,
     * those that would not be as uncertain as they have to be; and where there are none of these, those of which that could
     * not be shown by tables of whole numbers.
     */
    BitSet by(int cell) {
        BitSet exposed = exposure.exposedBy(cell);
        if (!exposed.isEmpty() || !widening.isAsked()) {
            return exposed;
        }
        judgeWhatIsWithheld();
        BitSet others = (BitSet) withheld.clone();
        others.clear(cell);
        BitSet narrow = widening.couldBeWider(others);
        narrow.andNot(couldBeWider);
        if (!narrow.isEmpty()) {
            return narrow;
        }
        BitSet unprovenThen = WitnessTables.of(table, others).unproven();
        unprovenThen.andNot(unproven);
        return unprovenThen;
    }

    /** Once, and not at all where each cell keeps another from being found out. */
    private void judgeWhatIsWithheld() {
        if (unproven == null) {
            couldBeWider = widening.couldBeWider(withheld);
            unproven = WitnessTables.of(table, withheld).unproven();
        }
    }
}
