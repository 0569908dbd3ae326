package se.skolkvalitet.disclosure;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the primary cells that everybody knows already, and by which equations. */
final class OpenSums {
    private OpenSums() {}

    /** By primary cell: the equations, with factors, that leave nothing beside it but open cells. */
    static SortedMap<Integer, SortedMap<Integer, Long>> of(Table table) {
        SortedMap<Integer, SortedMap<Integer, Long>> sums = new TreeMap<>();
        if (!mayTell(table)) {
            return sums;
        }
        int cells = table.cells().size();
        Map<Integer, ExactRows.Row> solved =
                ExactRows.ofWithheldAndEquations(table, table.notOpen()).solved();
        table.primaries().stream()
                .filter(solved::containsKey)
                .filter(primary -> solved.get(primary).terms().tailMap(cells).size()
                        == solved.get(primary).terms().size() - 1)
                .forEach(primary -> {
                    SortedMap<Integer, Long> factors = new TreeMap<>();
                    solved.get(primary)
                            .terms()
                            .tailMap(cells)
                            .forEach((equation, factor) -> factors.put(equation - cells, factor.longValueExact()));
                    sums.put(primary, factors);
                });
        return sums;
    }

    private static boolean mayTell(Table table) {
        return table.notOpen().cardinality() < table.cells().size()
                || table.equations().stream()
                        .anyMatch(equation -> equation.coefficients().size() == 1);
    }
}
