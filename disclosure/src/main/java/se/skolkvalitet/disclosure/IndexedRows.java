package se.skolkvalitet.disclosure;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Rows of coefficients, of which it is known which have something at a cell. */
final class IndexedRows {
    private static final int FIRST = 4;

    private final Residues[] rows;
    private final int cells;

    /** By cell, rows that have had something there since the cell was last looked at; others may have nothing any more. */
    private final int[][] byCell;

    private final int[] counts;
    private final int[] seenAt;
    private int looks;

    /** @param cells of those, from 0, the rows are found */
    IndexedRows(Residues[] rows, int cells) {
        this.rows = new Residues[rows.length];
        this.cells = cells;
        this.byCell = new int[cells][];
        this.counts = new int[cells];
        this.seenAt = new int[rows.length];
        for (int row = 0; row < rows.length; row++) {
            set(row, rows[row]);
        }
    }

    int size() {
        return rows.length;
    }

    Residues get(int row) {
        return rows[row];
    }

    void set(int row, Residues next) {
        Residues before = rows[row];
        rows[row] = next;
        int j = 0;
        for (int i = 0; i < next.size() && next.cell(i) < cells; i++) {
            while (before != null && j < before.size() && before.cell(j) < next.cell(i)) {
                j++;
            }
            if (before == null || j == before.size() || before.cell(j) != next.cell(i)) {
                add(next.cell(i), row);
            }
        }
    }

    private void add(int cell, int row) {
        if (byCell[cell] == null) {
            byCell[cell] = new int[FIRST];
        } else if (counts[cell] == byCell[cell].length) {
            byCell[cell] = Arrays.copyOf(byCell[cell], 2 * counts[cell]);
        }
        byCell[cell][counts[cell]++] = row;
    }

    /** Takes the cell out of all other rows by a row in which it stands once, and puts that in its place. */
    void eliminate(int cell, int row, Residues unit) {
        for (int other : with(cell)) {
            set(other, other == row ? unit : rows[other].without(cell, unit));
        }
    }

    /** The rows that have something at the cell, in no order that means anything. */
    int[] with(int cell) {
        looks++;
        int kept = 0;
        for (int i = 0; i < counts[cell]; i++) {
            int row = byCell[cell][i];
            if (seenAt[row] != looks && rows[row].has(cell)) {
                seenAt[row] = looks;
                byCell[cell][kept++] = row;
            }
        }
        counts[cell] = kept;
        return kept == 0 ? new int[0] : Arrays.copyOf(byCell[cell], kept);
    }

    /** The shortest row that has something at the cell, of some; −1 for none. */
    int shortestWith(int cell, IntPredicate which) {
        int shortest = -1;
        for (int row : with(cell)) {
            if (which.test(row)
                    && (shortest < 0
                            || rows[row].size() < rows[shortest].size()
                            || rows[row].size() == rows[shortest].size() && row < shortest)) {
                shortest = row;
            }
        }
        return shortest;
    }
}
