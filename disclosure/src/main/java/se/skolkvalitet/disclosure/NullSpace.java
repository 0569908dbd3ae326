package se.skolkvalitet.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * All changes of a table that no equation notices, and which of them are left to those who see what is published.
 *
 * <p>It is a tableau: a row for each <i>basis</i> cell is a change that has 1 at this cell, 0 at all other basis cells, and
 * something at others. As many published cells as possible are in the basis, so that the rows of <i>withheld</i> basis
 * cells are those changes that nothing published shows (a row of a withheld cell is 0 at all that is published). A cell at
 * which all of them are 0 can be found out.
 *
 * <p>What follows, and is all that suppression needs:
 * <ul>
 *   <li>to publish a cell takes away one such change (none, where the cell can be found out anyway): it exposes exactly the
 *       primary cells whose column is a multiple of the cell's own;
 *   <li>to withhold a cell adds one where its row is 0 at all other published cells, and otherwise nothing;
 *   <li>the column of a primary cell that can be found out says of which published cells it is the sum, none of them needless.
 * </ul>
 */
final class NullSpace {
    private final boolean[] primary;
    private final Residues[] rows;
    private final int[] basis;
    private final int[] rowOf;
    private final boolean[] withheld;
    private final BitSet hidden = new BitSet();

    /** With everything withheld. */
    NullSpace(Table table) {
        int cells = table.cells().size();
        primary = new boolean[cells];
        for (int cell = 0; cell < cells; cell++) {
            primary[cell] = table.cells().get(cell).isPrimary();
        }
        withheld = new boolean[cells];
        Arrays.fill(withheld, true);
        Elimination solved = Elimination.of(table, largestFirst(table));
        basis = IntStream.range(0, cells).filter(cell -> !solved.isSolved(cell)).toArray();
        rowOf = new int[cells];
        Arrays.fill(rowOf, -1);
        List<SortedMap<Integer, Long>> changes = new ArrayList<>();
        for (int row = 0; row < basis.length; row++) {
            rowOf[basis[row]] = row;
            changes.add(new TreeMap<>());
            changes.get(row).put(basis[row], 1L);
        }
        solved.forEachTerm((cell, of, value) -> changes.get(rowOf[of]).put(cell, -value));
        rows = changes.stream().map(Residues::of).toArray(Residues[]::new);
        hidden.set(0, rows.length);
    }

    private static int[] largestFirst(Table table) {
        return IntStream.range(0, table.cells().size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer cell) -> table.cells().get(cell).value())
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    boolean isWithheld(int cell) {
        return withheld[cell];
    }

    /** The sum of equations that tells a withheld cell by published ones; empty where there is a change of it that nothing published shows. */
    Optional<Residues> tellingSum(int cell) {
        for (int row = hidden.nextSetBit(0); row >= 0; row = hidden.nextSetBit(row + 1)) {
            if (rows[row].has(cell)) {
                return Optional.empty();
            }
        }
        SortedMap<Integer, Long> terms = new TreeMap<>(Map.of(cell, 1L));
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].has(cell)) {
                terms.put(basis[row], -rows[row].at(cell));
            }
        }
        return Optional.of(Residues.of(terms));
    }

    /** Publishes a withheld cell, unless that exposed a primary cell. */
    boolean publish(int cell) {
        int row = smallestHidden(cell);
        if (row >= 0 && exposes(cell, row)) {
            return false;
        }
        reveal(cell, row);
        return true;
    }

    /** Publishes a withheld cell, whatever that exposes. */
    void reveal(int cell) {
        reveal(cell, smallestHidden(cell));
    }

    private void reveal(int cell, int row) {
        withheld[cell] = false;
        if (row >= 0) {
            bringIn(cell, row);
            hidden.clear(row);
        }
    }

    /** Withholds a cell that is published. */
    void withhold(int cell) {
        int row = rowOf[cell];
        withheld[cell] = true;
        if (row >= 0) {
            Residues change = rows[row];
            OptionalInt shows = IntStream.range(0, change.size())
                    .map(change::cell)
                    .filter(other -> !withheld[other])
                    .findFirst();
            shows.ifPresentOrElse(other -> bringIn(other, row), () -> hidden.set(row));
        }
    }

    private int smallestHidden(int cell) {
        int smallest = -1;
        for (int row = hidden.nextSetBit(0); row >= 0; row = hidden.nextSetBit(row + 1)) {
            if ((smallest < 0 || rows[row].size() < rows[smallest].size()) && rows[row].has(cell)) {
                smallest = row;
            }
        }
        return smallest;
    }

    private boolean exposes(int cell, int row) {
        Residues change = rows[row];
        long inverse = Residues.inverse(change.at(cell));
        for (int i = 0; i < change.size(); i++) {
            int other = change.cell(i);
            if (primary[other]
                    && other != cell
                    && isMultiple(other, cell, Residues.multiply(change.value(i), inverse))) {
                return true;
            }
        }
        return false;
    }

    private boolean isMultiple(int other, int cell, long factor) {
        for (int row = hidden.nextSetBit(0); row >= 0; row = hidden.nextSetBit(row + 1)) {
            if (rows[row].at(other) != Residues.multiply(rows[row].at(cell), factor)) {
                return false;
            }
        }
        return true;
    }

    /** Puts the cell into the basis in the place of the row's. */
    private void bringIn(int cell, int row) {
        if (basis[row] == cell) {
            return;
        }
        Residues unit = rows[row].scaledTo(cell);
        for (int other = 0; other < rows.length; other++) {
            rows[other] = other == row ? unit : rows[other].without(cell, unit);
        }
        rowOf[basis[row]] = -1;
        basis[row] = cell;
        rowOf[cell] = row;
    }
}
