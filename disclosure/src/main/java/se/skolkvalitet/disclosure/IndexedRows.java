package se.skolkvalitet.disclosure;

import java.util.Arrays;

/** Rows of coefficients, of which it is known which have something at a cell. */
final class IndexedRows {
    private static final int FIRST = 4;
    private static final int[] NO_ROWS = {};

    private final Residues[] rows;

    /** By cell, rows that have had something there since the cell was last looked at; others may have nothing any more. */
    private final int[][] byCell;

    private final int[] kept;
    private final int[] counts;
    private final int[] seenAt;
    private int looks;

    /** All of them empty. */
    IndexedRows(int rows, int cells) {
        this.rows = new Residues[rows];
        Arrays.fill(this.rows, Residues.NONE);
        this.byCell = new int[cells][];
        this.kept = new int[cells];
        this.counts = new int[cells];
        this.seenAt = new int[rows];
    }

    Residues get(int row) {
        return rows[row];
    }

    void set(int row, Residues next) {
        Residues before = rows[row];
        rows[row] = next;
        int i = 0;
        int j = 0;
        while (i < before.size() || j < next.size()) {
            int old = i < before.size() ? before.cell(i) : Integer.MAX_VALUE;
            int now = j < next.size() ? next.cell(j) : Integer.MAX_VALUE;
            if (old < now) {
                counts[old]--;
            } else if (now < old) {
                add(now, row);
            }
            i += old <= now ? 1 : 0;
            j += now <= old ? 1 : 0;
        }
    }

    private void add(int cell, int row) {
        if (byCell[cell] == null) {
            byCell[cell] = new int[FIRST];
        } else if (kept[cell] == byCell[cell].length) {
            byCell[cell] = Arrays.copyOf(byCell[cell], 2 * kept[cell]);
        }
        byCell[cell][kept[cell]++] = row;
        counts[cell]++;
    }

    /** How many rows have something at the cell. */
    int count(int cell) {
        return counts[cell];
    }

    /** The rows that have something at the cell, in no order that means anything. */
    int[] with(int cell) {
        if (counts[cell] == 0) {
            return NO_ROWS;
        }
        looks++;
        int found = 0;
        for (int i = 0; i < kept[cell]; i++) {
            int row = byCell[cell][i];
            if (seenAt[row] != looks && rows[row].has(cell)) {
                seenAt[row] = looks;
                byCell[cell][found++] = row;
            }
        }
        kept[cell] = found;
        return Arrays.copyOf(byCell[cell], found);
    }
}
