package se.skolkvalitet.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Goes from one table to others that look the same, until each primary cell differs between two of them by as much as it has to. */
final class Spreading {
    private static final int MOST_TABLES = 12;
    private static final int MOST_IN_VAIN = 3;
    private static final int STEPS_AT_FIRST = 60;

    private final LookAlike table;
    private final BitSet unproven;
    private final List<long[]> places = new ArrayList<>();

    /** By index, in units: how far apart a cell has to be, and how little and how much it has been. */
    private final long[] widths;

    private final long[] least;
    private final long[] most;

    /** @param table to begin with */
    Spreading(LookAlike table, Table of) {
        this.table = table;
        this.unproven = of.primaries();
        int size = table.rows().size();
        widths = new long[size];
        least = new long[size];
        most = new long[size];
        unproven.stream()
                .forEach(cell -> widths[table.rows().index(cell)] = Math.max(
                        1, table.unitsFor(of.cells().get(cell).protection().width())));
        for (int index = 0; index < size; index++) {
            least[index] = table.value(index);
            most[index] = least[index];
        }
        places.add(table.place());
    }

    WitnessTables spread() {
        int vain = 0;
        for (int turn = 1; turn < MOST_TABLES && vain < MOST_IN_VAIN && !unproven.isEmpty(); turn++) {
            // From the first as well as from the last: what is at one end there may go to the other.
            table.comeBack(places.get(turn % 2 == 0 ? 0 : places.size() - 1));
            vain = makeDiffer(turn) ? 0 : vain + 1;
        }
        return new WitnessTables(unproven, tables());
    }

    /** @return whether any cell is shown to be less certain by the new table */
    private boolean makeDiffer(int turn) {
        unproven.stream().forEach(cell -> makeDiffer(table.rows().index(cell), turn));
        boolean differs = false;
        for (int cell = unproven.nextSetBit(0); cell >= 0; cell = unproven.nextSetBit(cell + 1)) {
            int index = table.rows().index(cell);
            long value = table.value(index);
            differs |= value < least[index] || value > most[index];
            least[index] = Math.min(least[index], value);
            most[index] = Math.max(most[index], value);
            if (most[index] - least[index] >= widths[index]) {
                unproven.clear(cell);
            }
        }
        if (differs) {
            places.add(table.place());
        }
        return differs;
    }

    /** Upwards and downwards, or the other way round; as far as it has to, or half as far, and so on. */
    private void makeDiffer(int index, int turn) {
        long missing = widths[index] - (most[index] - least[index]);
        int steps = STEPS_AT_FIRST * turn;
        long value = table.value(index);
        boolean underFirst = value < least[index] || value <= most[index] && turn % 2 == 0;
        boolean found = false;
        for (long far = missing; far > 0 && !found; far /= 2) {
            found = makeDiffer(index, far, underFirst, steps);
        }
        if (!found && table.widestGap() > missing) {
            makeDiffer(index, table.widestGap(), underFirst, steps);
        }
    }

    private boolean makeDiffer(int index, long far, boolean underFirst, int steps) {
        long over = most[index] + far;
        long under = least[index] - far;
        return underFirst
                ? table.holdUnder(index, under, steps) || table.holdOver(index, over, steps)
                : table.holdOver(index, over, steps) || table.holdUnder(index, under, steps);
    }

    private List<SortedMap<Integer, BigDecimal>> tables() {
        List<SortedMap<Integer, BigDecimal>> tables = new ArrayList<>();
        for (long[] place : places) {
            table.comeBack(place);
            SortedMap<Integer, BigDecimal> values = new TreeMap<>();
            for (int index = 0; index < place.length; index++) {
                if (tables.isEmpty() || place[index] != places.get(0)[index]) {
                    values.put(table.rows().cell(index), table.decimal(table.value(index)));
                }
            }
            tables.add(values);
        }
        return tables;
    }
}
