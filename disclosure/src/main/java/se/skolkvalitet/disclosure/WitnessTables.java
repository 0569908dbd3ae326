package se.skolkvalitet.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes tables that look the same as the true one, few of them, such that each primary cell differs between two of them by
 * as much as it has to. They are made of what is published alone: the true table is not looked at, so that they tell
 * nothing of it. They are whole numbers where the figures are.
 */
final class WitnessTables {
    private static final int MOST_TABLES = 12;
    private static final int MOST_IN_VAIN = 3;
    private static final int STEPS_AT_FIRST = 60;

    private final Optional<LookAlike> table;
    private final BitSet unproven;
    private final List<long[]> places = new ArrayList<>();
    private long[] widths;
    private long[] least;
    private long[] most;

    private WitnessTables(Table of, Optional<LookAlike> table) {
        unproven = of.primaries();
        this.table = table;
        table.ifPresent(found -> make(found, of));
    }

    /** Empty where no more is asked of any primary cell than that it does not follow. */
    static Optional<WitnessTables> asAsked(Table table, BitSet withheld) {
        return new Widening(table).isAsked() ? Optional.of(of(table, withheld)) : Optional.empty();
    }

    /** @param table of which no value of a withheld cell is looked at */
    static WitnessTables of(Table table, BitSet withheld) {
        return new WitnessTables(table, LookAlike.of(table, new Incidence(table), withheld));
    }

    /** From the true table, for nobody who is not to know it. */
    static WitnessTables ofTruth(Table table, Incidence incidence, BitSet withheld) {
        return new WitnessTables(
                table, LookAlike.ofTruth(table, incidence, withheld, table.decimals(withheld), none -> 0));
    }

    /** Primary cells that no two of them differ in by as much as they have to. */
    BitSet unproven() {
        return (BitSet) unproven.clone();
    }

    /** The first in full, and what differs from it in the others; by cell. */
    List<SortedMap<Integer, BigDecimal>> tables() {
        return table.map(this::tables).orElse(List.of());
    }

    private List<SortedMap<Integer, BigDecimal>> tables(LookAlike found) {
        List<SortedMap<Integer, BigDecimal>> tables = new ArrayList<>();
        for (long[] place : places) {
            found.comeBack(place);
            SortedMap<Integer, BigDecimal> values = new TreeMap<>();
            for (int index = 0; index < place.length; index++) {
                if (tables.isEmpty() || place[index] != places.get(0)[index]) {
                    values.put(found.rows().cell(index), found.value(index));
                }
            }
            tables.add(values);
        }
        return tables;
    }

    private void make(LookAlike found, Table of) {
        int size = found.rows().size();
        widths = new long[size];
        least = new long[size];
        most = new long[size];
        for (int index = 0; index < size; index++) {
            widths[index] = of.cells().get(found.rows().cell(index)).isPrimary()
                    ? Math.max(
                            1,
                            found.unitsFor(of.cells()
                                    .get(found.rows().cell(index))
                                    .protection()
                                    .width()))
                    : 0;
            least[index] = found.valueInUnits(index);
            most[index] = least[index];
        }
        places.add(found.place());
        int vain = 0;
        for (int i = 1; i < MOST_TABLES && vain < MOST_IN_VAIN && !unproven.isEmpty(); i++) {
            // From the first as well as from the last: what is at one end there may go to the other.
            found.comeBack(places.get(i % 2 == 0 ? 0 : places.size() - 1));
            vain = makeDiffer(found, i) ? 0 : vain + 1;
        }
    }

    /** @return whether any cell is shown to be less certain by the new table */
    private boolean makeDiffer(LookAlike found, int turn) {
        unproven.stream().forEach(cell -> makeDiffer(found, found.rows().index(cell), turn));
        boolean differs = false;
        for (int cell = unproven.nextSetBit(0); cell >= 0; cell = unproven.nextSetBit(cell + 1)) {
            int index = found.rows().index(cell);
            long value = found.valueInUnits(index);
            differs |= value < least[index] || value > most[index];
            least[index] = Math.min(least[index], value);
            most[index] = Math.max(most[index], value);
            if (most[index] - least[index] >= widths[index]) {
                unproven.clear(cell);
            }
        }
        if (differs) {
            places.add(found.place());
        }
        return differs;
    }

    /** Upwards and downwards, or the other way round; as far as it has to, or half as far, and so on. */
    private void makeDiffer(LookAlike found, int index, int turn) {
        long missing = widths[index] - (most[index] - least[index]);
        int steps = STEPS_AT_FIRST * turn;
        long value = found.valueInUnits(index);
        boolean underFirst = value < least[index] || value <= most[index] && turn % 2 == 0;
        for (long far = missing; far > 0; far /= 2) {
            long over = most[index] + far;
            long under = least[index] - far;
            boolean isFound = underFirst
                    ? found.holdUnder(index, under, steps) || found.holdOver(index, over, steps)
                    : found.holdOver(index, over, steps) || found.holdUnder(index, under, steps);
            if (isFound) {
                return;
            }
        }
    }
}
