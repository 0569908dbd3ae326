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
    private final IndexedRows rows;
    private final int[] basis;
    private final int[] rowOf;
    private final BitSet withheld = new BitSet();
    private final BitSet hidden = new BitSet();

    /** With everything withheld. */
    NullSpace(Table table) {
        int cells = table.cells().size();
        primary = new boolean[cells];
        for (int cell = 0; cell < cells; cell++) {
            primary[cell] = table.cells().get(cell).isPrimary();
        }
        withheld.set(0, cells);
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
        rows = new IndexedRows(changes.stream().map(Residues::of).toArray(Residues[]::new), cells);
        hidden.set(0, rows.size());
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

    BitSet withheld() {
        return (BitSet) withheld.clone();
    }

    boolean isWithheld(int cell) {
        return withheld.get(cell);
    }

    /** The sum of equations that tells a withheld cell by published ones; empty where a change of it is not shown by any. */
    Optional<Residues> tellingSum(int cell) {
        return hiddenWith(cell).findAny().isPresent()
                ? Optional.empty()
                : Optional.of(sumOf(new TreeMap<>(Map.of(cell, 1L))));
    }

    private IntStream hiddenWith(int cell) {
        return Arrays.stream(rows.with(cell)).filter(hidden::get);
    }

    /**
     * What somebody can work out who knows some withheld cells.
     *
     * @param own the cells that he knows
     * @param which cells are looked at
     * @return the sums of equations that tell such cells by his own and published ones
     */
    SortedMap<Integer, Residues> tellingSums(BitSet own, BitSet which) {
        BitSet touched = new BitSet();
        own.stream().flatMap(this::hiddenWith).forEach(touched::set);
        BitSet near = new BitSet();
        touched.stream().mapToObj(rows::get).forEach(row -> row.addCellsTo(near));
        near.and(which);
        near.andNot(own);
        List<Integer> pivots = new ArrayList<>();
        List<Residues> units = new ArrayList<>();
        own.stream().forEach(cell -> {
            // By how much of his cells it is is told by terms beyond those of the rows.
            SortedMap<Integer, Long> column = column(cell, touched);
            column.put(rows.size() + cell, 1L);
            Residues left = without(Residues.of(column), pivots, units);
            if (left.cell(0) < rows.size()) {
                pivots.add(left.cell(0));
                units.add(left.scaledTo(left.cell(0)));
            }
        });
        SortedMap<Integer, Residues> sums = new TreeMap<>();
        near.stream().filter(cell -> hiddenWith(cell).allMatch(touched::get)).forEach(cell -> {
            Residues left = without(Residues.of(column(cell, touched)), pivots, units);
            if (left.size() > 0 && left.cell(0) >= rows.size()) {
                SortedMap<Integer, Long> terms = new TreeMap<>(Map.of(cell, 1L));
                for (int i = 0; i < left.size(); i++) {
                    terms.put(left.cell(i) - rows.size(), left.value(i));
                }
                sums.put(cell, sumOf(terms));
            }
        });
        return sums;
    }

    private SortedMap<Integer, Long> column(int cell, BitSet some) {
        SortedMap<Integer, Long> column = new TreeMap<>();
        Arrays.stream(rows.with(cell))
                .filter(some::get)
                .forEach(row -> column.put(row, rows.get(row).at(cell)));
        return column;
    }

    private static Residues without(Residues column, List<Integer> pivots, List<Residues> units) {
        Residues left = column;
        for (int i = 0; i < units.size(); i++) {
            left = left.without(pivots.get(i), units.get(i));
        }
        return left;
    }

    /** These terms, which no hidden change changes together, with the published cells that they are the sum of. */
    private Residues sumOf(SortedMap<Integer, Long> withheldTerms) {
        Residues sum = Residues.of(withheldTerms);
        SortedMap<Integer, Long> terms = new TreeMap<>(withheldTerms);
        withheldTerms.keySet().stream()
                .flatMapToInt(cell -> Arrays.stream(rows.with(cell)))
                .filter(row -> !hidden.get(row))
                .distinct()
                .forEach(row -> terms.put(basis[row], -rows.get(row).times(sum)));
        return Residues.of(terms);
    }

    /** Publishes a withheld cell, unless that exposed a primary cell. */
    boolean publish(int cell) {
        int row = shortestHidden(cell);
        if (row >= 0 && exposes(cell, row)) {
            return false;
        }
        reveal(cell, row);
        return true;
    }

    /** Publishes a withheld cell, whatever that exposes. */
    void reveal(int cell) {
        reveal(cell, shortestHidden(cell));
    }

    private void reveal(int cell, int row) {
        withheld.clear(cell);
        if (row >= 0) {
            bringIn(cell, row);
            hidden.clear(row);
        }
    }

    /** Withholds a cell that is published. */
    void withhold(int cell) {
        int row = rowOf[cell];
        withheld.set(cell);
        if (row >= 0) {
            Residues change = rows.get(row);
            OptionalInt shows = IntStream.range(0, change.size())
                    .map(change::cell)
                    .filter(other -> !withheld.get(other))
                    .findFirst();
            shows.ifPresentOrElse(other -> bringIn(other, row), () -> hidden.set(row));
        }
    }

    private int shortestHidden(int cell) {
        return rows.shortestWith(cell, hidden::get);
    }

    private boolean exposes(int cell, int row) {
        Residues change = rows.get(row);
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
        return hiddenWith(other).allMatch(row -> rows.get(row).has(cell))
                && hiddenWith(cell)
                        .allMatch(row -> rows.get(row).at(other)
                                == Residues.multiply(rows.get(row).at(cell), factor));
    }

    /** Puts the cell into the basis in the place of the row's. */
    private void bringIn(int cell, int row) {
        if (basis[row] != cell) {
            rows.eliminate(cell, row, rows.get(row).scaledTo(cell));
            rowOf[basis[row]] = -1;
            basis[row] = cell;
            rowOf[cell] = row;
        }
    }
}
