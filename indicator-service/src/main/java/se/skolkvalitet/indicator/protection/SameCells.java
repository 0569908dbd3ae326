package se.skolkvalitet.indicator.protection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.skolkvalitet.certificate.Equation;
import se.skolkvalitet.certificate.Figure;

/**
 * Which cells of earlier tables are cells of the next newer one: those with the same name and value that are made of the same cells.
 * Of a sum, or a rest, that is as large as it was, but of other figures, nobody knows that it is who does not see it. All others stand
 * beside it as they were.
 *
 * <p>An equation is named after the cell that it makes, which has the coefficient −1.
 */
final class SameCells {
    private static final String AS_IT_WAS = ", as it was in release ";

    /** By name, of the oldest of the tables so far that have it. */
    private final Map<String, Seen> seen = new HashMap<>();

    /** By the name of an equation, the names of its cells. */
    private final Map<String, Map<String, Long>> equations = new HashMap<>();

    private record Seen(int number, BigDecimal value) {}

    /** Numbers a cell that is in none of the tables so far. */
    @FunctionalInterface
    interface Numbering {
        /** @param cell of the earlier table */
        int add(int cell, String name);
    }

    /** @param names of the cells of the newest table, in the order of their numbers */
    SameCells(List<String> names, List<BigDecimal> values, List<Equation> equations) {
        for (int cell = 0; cell < names.size(); cell++) {
            seen.put(names.get(cell), new Seen(cell, values.get(cell)));
        }
        equations.forEach(equation -> this.equations.put(equation.name(), named(equation, names)));
    }

    private static Map<String, Long> named(Equation equation, List<String> names) {
        Map<String, Long> named = new TreeMap<>();
        equation.coefficients().forEach((cell, coefficient) -> named.put(names.get(cell), coefficient));
        return named;
    }

    /**
     * @param table older than all before
     * @return the numbers of its cells, in their order
     */
    List<Integer> numbers(EarlierTable table, Numbering others) {
        List<String> names =
                table.published().figures().stream().map(Figure::name).toList();
        Comparison comparison = new Comparison(table, names);
        List<Integer> numbers = new ArrayList<>();
        for (int cell = 0; cell < names.size(); cell++) {
            String name = comparison.isSame(cell) ? names.get(cell) : asItWas(names.get(cell), table.release());
            numbers.add(seen.containsKey(name) ? seen.get(name).number() : others.add(cell, name));
        }
        for (int cell = 0; cell < names.size(); cell++) {
            seen.put(names.get(cell), new Seen(numbers.get(cell), table.values().get(cell)));
        }
        table.published().equations().forEach(equation -> equations.put(equation.name(), named(equation, names)));
        return numbers;
    }

    /** What it is told by beside newer ones; what an earlier table had beside its own is told by the same name. */
    static String asItWas(String name, String release) {
        return name.contains(AS_IT_WAS) ? name : name + AS_IT_WAS + release;
    }

    private final class Comparison {
        private final EarlierTable table;
        private final List<String> names;
        private final Map<Integer, List<Equation>> making = new HashMap<>();
        private final Map<Integer, Boolean> known = new HashMap<>();

        Comparison(EarlierTable table, List<String> names) {
            this.table = table;
            this.names = names;
            table.published().equations().forEach(equation -> made(equation)
                    .ifPresent(cell -> making.computeIfAbsent(cell, none -> new ArrayList<>())
                            .add(equation)));
        }

        private Optional<Integer> made(Equation equation) {
            return equation.coefficients().entrySet().stream()
                    .filter(term -> term.getValue() == -1)
                    .map(Map.Entry::getKey)
                    .filter(cell -> equation.name().equals(names.get(cell))
                            || equation.name().startsWith(names.get(cell) + ","))
                    .findFirst();
        }

        boolean isSame(int cell) {
            Boolean found = known.get(cell);
            if (found == null) {
                found = hasSameValue(cell)
                        && making.getOrDefault(cell, List.of()).stream()
                                .allMatch(equation -> isOfTheSame(cell, equation));
                known.put(cell, found);
            }
            return found;
        }

        private boolean hasSameValue(int cell) {
            Seen newer = seen.get(names.get(cell));
            return newer != null && newer.value().compareTo(table.values().get(cell)) == 0;
        }

        /** What the newer table does not make is not made of anything else. */
        private boolean isOfTheSame(int made, Equation equation) {
            Map<String, Long> newer = equations.get(equation.name());
            return newer == null
                    || newer.equals(named(equation, names))
                            && equation.coefficients().keySet().stream().allMatch(cell -> cell == made || isSame(cell));
        }
    }
}
