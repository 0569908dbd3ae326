package se.skolkvalitet.disclosure;

import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the primary cells that everybody knows already, and by which equations. */
final class OpenSums {
    private OpenSums() {}

    /**
     * By primary cell: the equations, with factors, that leave nothing beside it but open cells.
     *
     * @throws ArithmeticException where a factor is no fraction of numbers of some thousands, which no table of sums has
     */
    static SortedMap<Integer, SortedMap<Integer, Long>> of(Table table) {
        SortedMap<Integer, SortedMap<Integer, Long>> sums = new TreeMap<>();
        if (mayTell(table)) {
            new Telling(table, new Incidence(table))
                    .of(table.notOpen(), table.primaries())
                    .forEach(sum -> sums.put(
                            sum.primary(),
                            sum.derivation(table)
                                    .orElseThrow(() -> new ArithmeticException(
                                            "No whole factors of a few digits tell '%s' by open cells"
                                                    .formatted(table.cells()
                                                            .get(sum.primary())
                                                            .name())))
                                    .factors()));
        }
        return sums;
    }

    private static boolean mayTell(Table table) {
        return table.notOpen().cardinality() < table.cells().size()
                || table.equations().stream()
                        .anyMatch(equation -> equation.coefficients().size() == 1);
    }
}
