package se.skolkvalitet.disclosure;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out which equations tell primary cells, by as few published cells as it can. */
final class Telling {
    private static final int MOST_LONGER = 2;
    private static final int MOST_SHORTENED = 150;

    private final Incidence incidence;
    private final BitSet free = new BitSet();

    /**
     * Somebody who works cells out.
     *
     * @param name empty where he is anybody
     * @param unknown what he does not know
     * @param free the cells that may be kept from him
     */
    record Somebody(String name, BitSet unknown, BitSet free) {}

    /** @param own the cells that he knows, whether they are published or not */
    Somebody owner(String name, BitSet own, BitSet unknown) {
        return new Somebody(name, without(own, unknown), without(own, free));
    }

    Telling(Table table, Incidence incidence) {
        this.incidence = incidence;
        for (int cell = 0; cell < table.cells().size(); cell++) {
            free.set(cell, table.cells().get(cell).isFree());
        }
    }

    Somebody everybody(BitSet unknown) {
        return new Somebody("", unknown, free);
    }

    /** What tells those of some cells that it tells to everybody. */
    List<TellingSum> of(BitSet unknown, BitSet which) {
        return of(new Solved(incidence, unknown), unknown, which).toList();
    }

    /** @param solved for what is unknown */
    Stream<TellingSum> of(Solved solved, BitSet unknown, BitSet which) {
        return which.stream()
                .filter(solved::tells)
                .mapToObj(cell -> of(solved, unknown, cell))
                .flatMap(Optional::stream);
    }

    /** What tells one cell; empty where nothing does. */
    Optional<TellingSum> of(Solved solved, BitSet unknown, int cell) {
        return of(solved, cell, Residues.NONE, everybody(unknown));
    }

    /**
     * What tells one cell to somebody; empty where nothing does.
     *
     * @param own which cells of his own, each times its factor, are the cell
     */
    Optional<TellingSum> of(Solved solved, int cell, Residues own, Somebody somebody) {
        return solved.equationsThatTell(Residues.of(cell).plus(own, Residues.residue(-1)))
                .map(factors -> shortened(factors, somebody))
                .map(told -> new TellingSum(
                        cell, somebody.name(), told.factors(), OneOf.of(cellsOf(told.sum(), somebody.free()))));
    }

    /**
     * What tells a sum of cells that somebody does not know, by as few published cells as it can.
     *
     * @param sum which he is told by what is published
     */
    Told shortest(Solved solved, Residues sum, Somebody somebody) {
        return shortened(solved.equationsThatTell(sum).orElseThrow(), somebody);
    }

    /** Equations, each times its factor, and what that is together. */
    record Told(Residues factors, Residues sum) {}

    /** Adds equations of which everything is known while that leaves fewer free cells. */
    private Told shortened(Residues factorsAtFirst, Somebody somebody) {
        BitSet others = somebody.free();
        Residues factors = factorsAtFirst;
        Residues sum = incidence.sum(factors);
        int least = sum.count(others);
        // What is told by so many cells is hit by nearly any choice: it is not worth the while.
        for (int before = MOST_SHORTENED; least < before; ) {
            before = least;
            for (int equation : incidence.equationsOf(cellsOf(sum, others))) {
                Residues terms = incidence.equation(equation);
                if (terms.size() <= MOST_LONGER * least && !terms.hasAny(somebody.unknown())) {
                    long factor = bestFactor(sum, terms, least, others);
                    if (factor > 0) {
                        sum = sum.plus(terms, factor);
                        factors = factors.plus(Residues.of(equation), factor);
                        least = sum.count(others);
                    }
                }
            }
        }
        return new Told(factors, sum);
    }

    private static BitSet without(BitSet own, BitSet cells) {
        BitSet others = (BitSet) cells.clone();
        others.andNot(own);
        return others;
    }

    /** With which most goes away; 0 where no less is left than there is. */
    private long bestFactor(Residues sum, Residues terms, int before, BitSet others) {
        int least = before;
        long best = 0;
        long last = 0;
        for (int i = 0; i < terms.size(); i++) {
            if (others.get(terms.cell(i)) && sum.has(terms.cell(i))) {
                long factor = sum.factorWithout(terms.cell(i), terms);
                int left = factor == last ? before : sum.countOfSum(terms, factor, others);
                if (left < least) {
                    least = left;
                    best = factor;
                }
                last = factor;
            }
        }
        return best;
    }

    private static BitSet cellsOf(Residues sum, BitSet others) {
        BitSet cells = new BitSet();
        sum.addCellsTo(cells);
        cells.and(others);
        return cells;
    }
}
