package se.skolkvalitet.disclosure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Tells which equations, each times its factor, make a sum. The equations are solved once for as many cells as they determine;
 * of each such cell any sum has as much as it has of the equation that was solved for it.
 */
final class Factors {
    private static final int MOST_TIMES = 12;

    private final Table table;
    private final Map<Integer, Residues> solved = new HashMap<>();

    Factors(Table table) {
        this.table = table;
        int cells = table.cells().size();
        // Which equations are in a row is told by terms beyond those of the cells.
        Elimination.of(
                        IntStream.range(0, table.equations().size()).mapToObj(this::marked),
                        cells,
                        IntStream.range(0, cells).toArray())
                .forEachSolved(solved::put);
    }

    private Residues marked(int equation) {
        SortedMap<Integer, Long> marked =
                new TreeMap<>(table.equations().get(equation).coefficients());
        marked.put(table.cells().size() + equation, 1L);
        return Residues.of(marked);
    }

    /** With whole factors; empty where there are none that are small, or where the prime has played a trick. */
    Optional<Derivation> derivation(TellingSum sum) {
        Residues made = Residues.of(new TreeMap<>());
        for (int i = 0; i < sum.terms().size(); i++) {
            Residues row = solved.get(sum.terms().cell(i));
            if (row != null) {
                made = made.plus(row, sum.terms().value(i));
            }
        }
        for (int times = 1; times <= MOST_TIMES; times++) {
            Derivation derivation = new Derivation(sum.primary(), factors(made, times), sum.free());
            if (holds(derivation)) {
                return Optional.of(derivation);
            }
        }
        return Optional.empty();
    }

    private SortedMap<Integer, Long> factors(Residues made, int times) {
        SortedMap<Integer, Long> factors = new TreeMap<>();
        for (int i = 0; i < made.size(); i++) {
            if (made.cell(i) >= table.cells().size()) {
                factors.put(made.cell(i) - table.cells().size(), made.nearest(i, times));
            }
        }
        return factors;
    }

    /** By exact arithmetic. */
    private boolean holds(Derivation derivation) {
        Map<Integer, Long> sum = new HashMap<>();
        derivation.factors().forEach((equation, factor) -> table.equations()
                .get(equation)
                .coefficients()
                .forEach((cell, coefficient) -> sum.merge(cell, coefficient * factor, Long::sum)));
        sum.values().removeIf(coefficient -> coefficient == 0);
        return sum.containsKey(derivation.primary())
                && sum.keySet().stream()
                        .allMatch(cell -> cell == derivation.primary()
                                || derivation.free().get(cell)
                                || table.cells().get(cell).kind() == Cell.Kind.OPEN);
    }
}
