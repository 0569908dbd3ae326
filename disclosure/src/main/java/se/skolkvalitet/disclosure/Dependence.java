package se.skolkvalitet.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * How cells that nobody knows hang together: each is a sum of some of them, between which no equation is left. Where they are withheld
 * for few others, that are hardly ever more than a handful, so that what follows from one of them is seen without looking at
 * the whole.
 */
final class Dependence {
    private final IndexedRows sums;

    /** @param unknown the cells for which the equations are solved */
    Dependence(Solved solved, BitSet unknown) {
        this.sums = new IndexedRows(unknown.length(), unknown.length());
        unknown.stream().forEach(cell -> sums.set(cell, solved.inOthers(Residues.of(cell))));
    }

    /** What can be worked out of these cells. */
    Span of(BitSet some) {
        Span span = new Span();
        some.stream().forEach(cell -> span.add(cell, sum(cell)));
        return span;
    }

    /** The sum that a cell is. */
    Residues sum(int cell) {
        return sums.get(cell);
    }

    /** Cells in whose sum there is anything of these. */
    BitSet with(BitSet others) {
        BitSet found = new BitSet();
        others.stream().flatMap(other -> Arrays.stream(sums.with(other))).forEach(found::set);
        return found;
    }

    /** Cells in whose sum there is anything that is in the sum of one of these. */
    BitSet near(BitSet some) {
        BitSet others = new BitSet();
        some.stream().forEach(cell -> sums.get(cell).addCellsTo(others));
        return with(others);
    }

    /** Those of some cells that follow from others, once somebody knows these; none of what follows already. */
    IntStream toldBy(BitSet known, BitSet which) {
        Span span = of(known);
        BitSet candidates = with(span.cells());
        candidates.and(which);
        candidates.andNot(known);
        return candidates.stream().filter(cell -> span.factors(sum(cell)).isPresent());
    }

    /**
     * From now on everybody knows the cell.
     *
     * @return cells whose sums are others now
     */
    BitSet publish(int cell) {
        BitSet changed = new BitSet();
        Residues known = sum(cell);
        if (known.size() > 0) {
            int rarest = rarestOf(known);
            for (int other : sums.with(rarest)) {
                Residues sum = sums.get(other);
                sums.set(other, sum.plus(known, sum.factorWithout(rarest, known)));
                changed.set(other);
            }
        }
        return changed;
    }

    /** The one of its cells that is in the sums of fewest. */
    int rarestOf(Residues sum) {
        int rarest = sum.cell(0);
        for (int i = 1; i < sum.size(); i++) {
            rarest = sums.count(sum.cell(i)) < sums.count(rarest) ? sum.cell(i) : rarest;
        }
        return rarest;
    }
}
