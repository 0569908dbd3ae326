package se.skolkvalitet.disclosure;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The equations of a table solved, modulo a prime, for as many cells as they determine by the others. */
final class Elimination {
    private final IndexedRows rows;
    private final int[] solvedFor;
    private final boolean[] isSolved;

    /** A term of the sum that is zero together with the cell itself. */
    interface Terms {
        void term(int cell, int of, long value);
    }

    private Elimination(Residues[] rows, int cells) {
        this.rows = new IndexedRows(rows, cells);
        this.solvedFor = new int[rows.length];
        this.isSolved = new boolean[cells];
        Arrays.fill(solvedFor, -1);
    }

    /** @param order of the cells: for an earlier one is solved where it can be */
    static Elimination of(Table table, int[] order) {
        return of(
                table.equations().stream().map(equation -> Residues.of(equation.coefficients())),
                table.cells().size(),
                order);
    }

    /** @param equations sums that are zero, which may have terms of more than the cells */
    static Elimination of(Stream<Residues> equations, int cells, int[] order) {
        Elimination elimination = new Elimination(equations.toArray(Residues[]::new), cells);
        for (int cell : order) {
            elimination.solve(cell);
        }
        return elimination;
    }

    private void solve(int cell) {
        int best = rows.shortestWith(cell, row -> solvedFor[row] < 0);
        if (best >= 0) {
            rows.eliminate(cell, best, rows.get(best).scaledTo(cell));
            solvedFor[best] = cell;
            isSolved[cell] = true;
        }
    }

    boolean isSolved(int cell) {
        return isSolved[cell];
    }

    /** Tells each solved cell with the sum that is zero, in which it stands once. */
    void forEachSolved(BiConsumer<Integer, Residues> each) {
        for (int row = 0; row < rows.size(); row++) {
            if (solvedFor[row] >= 0) {
                each.accept(solvedFor[row], rows.get(row));
            }
        }
    }

    /** Tells each solved cell with the terms that stand beside it. */
    void forEachTerm(Terms terms) {
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < rows.get(row).size(); i++) {
                if (rows.get(row).cell(i) != solvedFor[row]) {
                    terms.term(
                            solvedFor[row], rows.get(row).cell(i), rows.get(row).value(i));
                }
            }
        }
    }
}
