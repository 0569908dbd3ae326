package se.skolkvalitet.disclosure;

import java.util.BitSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All that is a sum of some rows, each times a factor. */
final class Span {
    /** By a cell at which no other has anything. */
    private final NavigableMap<Integer, Row> rows = new TreeMap<>();

    /** @param made of which rows, by their numbers, with factors */
    private record Row(Residues terms, Residues made) {
        Row plus(Row other, long factor) {
            return new Row(terms.plus(other.terms, factor), made.plus(other.made, factor));
        }

        Row without(int cell, Row other) {
            long factor = terms.has(cell) ? terms.factorWithout(cell, other.terms) : 0;
            return factor == 0 ? this : plus(other, factor);
        }
    }

    void add(int number, Residues terms) {
        Row row = rest(new Row(terms, Residues.of(number)));
        if (row.terms().size() > 0) {
            int cell = row.terms().cell(0);
            rows.replaceAll((other, before) -> before.without(cell, row));
            rows.put(cell, row);
        }
    }

    /** Cells one of which whatever is a sum of these rows has. */
    BitSet cells() {
        BitSet cells = new BitSet();
        rows.keySet().forEach(cells::set);
        return cells;
    }

    /** Of which rows that were added these terms are a sum, by their numbers, with factors; empty where they are none. */
    Optional<Residues> factors(Residues terms) {
        Row rest = rest(new Row(terms, Residues.NONE));
        return rest.terms().size() == 0
                ? Optional.of(Residues.NONE.plus(rest.made(), Residues.residue(-1)))
                : Optional.empty();
    }

    /** What is left of these terms when as much as can be is taken out that is a sum of the rows. */
    Residues rest(Residues terms) {
        Residues rest = terms;
        for (int i = 0; i < terms.size(); i++) {
            Row row = rows.get(terms.cell(i));
            if (row != null) {
                rest = rest.plus(row.terms(), rest.factorWithout(terms.cell(i), row.terms()));
            }
        }
        return rest;
    }

    /** What a cell has to be, of those that {@link #cells} tells, so that a change leaves all of these sums as they are. */
    long following(int cell, long[] change) {
        Residues terms = rows.get(cell).terms();
        long own = terms.at(cell);
        long others = Residues.add(terms.times(change), Residues.residue(-Residues.multiply(own, change[cell])));
        return Residues.multiply(Residues.residue(-others), Residues.inverse(own));
    }

    /** Cells one of which whatever has that leaves something at this one. */
    BitSet cellsThatLeave(int cell) {
        BitSet cells = new BitSet();
        rows.forEach((solved, row) -> cells.set(solved, row.terms().has(cell)));
        cells.set(cell);
        return cells;
    }

    private Row rest(Row row) {
        Row rest = row;
        for (int i = 0; i < row.terms().size(); i++) {
            int cell = row.terms().cell(i);
            if (rows.containsKey(cell)) {
                rest = rest.without(cell, rows.get(cell));
            }
        }
        return rest;
    }
}
