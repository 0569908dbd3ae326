package se.skolkvalitet.disclosure;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Finds out which equations tell primary cells to somebody, by as few published cells as it can. */
final class Telling {
    private static final int MOST_LONGER = 2;
    private static final int MOST_SHORTENED = 150;

    private final Incidence incidence;
    private final BitSet free = new BitSet();

    Telling(Table table, Incidence incidence) {
        this.incidence = incidence;
        for (int cell = 0; cell < table.cells().size(); cell++) {
            free.set(cell, table.cells().get(cell).isFree());
        }
    }

    /**
     * @param unknown what he does not know
     * @param which of these cells are looked at
     */
    List<TellingSum> of(BitSet unknown, BitSet which) {
        return of(unknown, unknown, which);
    }

    /** The same, of cells that are linked with some that he knows. */
    List<TellingSum> linkedWith(BitSet some, BitSet unknown, BitSet which) {
        return of(incidence.linked(some, unknown), unknown, which);
    }

    private List<TellingSum> of(BitSet part, BitSet unknown, BitSet which) {
        Solved solved = new Solved(incidence, part);
        return which.stream()
                .filter(solved::tells)
                .mapToObj(cell -> of(solved, unknown, cell))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What tells one cell; empty where nothing does. */
    Optional<TellingSum> of(Solved solved, BitSet unknown, int cell) {
        return solved.equationsThatTell(cell).map(factors -> shortened(cell, factors, unknown));
    }

    /** Adds equations of which everything is known while that leaves fewer free cells. */
    private TellingSum shortened(int primary, Residues factorsAtFirst, BitSet unknown) {
        Residues factors = factorsAtFirst;
        Residues sum = incidence.sum(factors);
        int least = sum.count(free);
        // What is told by so many cells is hit by nearly any choice: it is not worth the while.
        for (int before = MOST_SHORTENED; least < before; ) {
            before = least;
            for (int equation : incidence.equationsOf(freeOf(sum))) {
                Residues terms = incidence.equation(equation);
                if (terms.size() <= MOST_LONGER * least && !terms.hasAny(unknown)) {
                    long factor = bestFactor(sum, terms, least);
                    if (factor > 0) {
                        sum = sum.plus(terms, factor);
                        factors = factors.plus(Residues.of(equation), factor);
                        least = sum.count(free);
                    }
                }
            }
        }
        return new TellingSum(primary, factors, freeOf(sum));
    }

    /** With which most goes away; 0 where no less is left than there is. */
    private long bestFactor(Residues sum, Residues terms, int before) {
        int least = before;
        long best = 0;
        long last = 0;
        for (int i = 0; i < terms.size(); i++) {
            if (free.get(terms.cell(i)) && sum.has(terms.cell(i))) {
                long factor = sum.factorWithout(terms.cell(i), terms);
                int left = factor == last ? before : sum.countOfSum(terms, factor, free);
                if (left < least) {
                    least = left;
                    best = factor;
                }
                last = factor;
            }
        }
        return best;
    }

    private BitSet freeOf(Residues sum) {
        BitSet cells = new BitSet();
        sum.addCellsTo(cells);
        cells.and(free);
        return cells;
    }
}
