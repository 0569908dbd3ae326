package se.skolkvalitet.disclosure;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Tables that look the same as the true one, few of them, such that each primary cell differs between two of them by as much as it
 * has to. They are whole numbers where the figures are.
 *
 * @param unproven primary cells that no two of them differ in by as much as they have to
 * @param tables the first in full, and what differs from it in the others; by cell
 */
record WitnessTables(BitSet unproven, List<SortedMap<Integer, BigDecimal>> tables) {

    /** Empty where no more is asked of any primary cell than that it does not follow. */
    static Optional<WitnessTables> asAsked(Table table, BitSet withheld) {
        return new Widening(table).isAsked() ? Optional.of(of(table, withheld)) : Optional.empty();
    }

    /**
     * Made of what is published alone, so that they tell nothing of the true table.
     *
     * @param table of which no value of a withheld cell is looked at
     */
    static WitnessTables of(Table table, BitSet withheld) {
        return of(table, LookAlike.of(table, new Incidence(table), withheld));
    }

    /** From the true table, for nobody who is not to know it. */
    static WitnessTables ofTruth(Table table, Incidence incidence, BitSet withheld) {
        return of(table, LookAlike.ofTruth(table, incidence, withheld, table.decimals(withheld), none -> 0));
    }

    private static WitnessTables of(Table table, Optional<LookAlike> first) {
        return first.map(found -> new Spreading(found, table).spread())
                .orElseGet(() -> new WitnessTables(table.primaries(), List.of()));
    }

    @Override
    public BitSet unproven() {
        return (BitSet) unproven.clone();
    }
}
