package se.skolkvalitet.disclosure;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Finds out which equations tell primary cells to somebody, by as few published cells as it can. */
final class Telling {
    private static final int MOST_LONGER = 2;

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
                .mapToObj(cell -> solved.equationsThatTell(cell).map(factors -> shortened(cell, factors, unknown)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Adds equations of which everything is known while that leaves fewer free cells. */
    private TellingSum shortened(int primary, Residues factorsAtFirst, BitSet unknown) {
        Residues factors = factorsAtFirst;
        Residues sum = incidence.sum(factors);
        int least = sum.count(free);
        int before;
        do {
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
        } while (least < before);
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
