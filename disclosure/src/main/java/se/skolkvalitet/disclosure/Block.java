package se.skolkvalitet.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import se.skolkvalitet.certificate.Equation;

/**
 * A part of a table that has no equation in common with the rest, but for open cells, which everybody knows.
 *
 * @param table the part, with indices of its own
 * @param cells the indices that its cells have in the whole table
 * @param equations those that its equations have
 * @param sums what tells primary cells by open ones, by their indices in the part: its equations, with factors. These primary
 *     cells are open ones in the part: everybody knows them, and they are withheld all the same
 * @param forgotten cells between whose {@link Gaps ends} nobody is taken to know that they lie
 */
record Block(
        Table table,
        List<Integer> cells,
        List<Integer> equations,
        SortedMap<Integer, SortedMap<Integer, Long>> sums,
        BitSet forgotten) {

    /** The parts of a table in which there is anything to protect. */
    static List<Block> of(Table table) {
        int[] parent = new int[table.cells().size()];
        for (int cell = 0; cell < parent.length; cell++) {
            parent[cell] = cell;
        }
        for (Equation equation : table.equations()) {
            List<Integer> unknown = unknown(table, equation);
            unknown.forEach(cell -> parent[root(parent, cell)] = root(parent, unknown.get(0)));
        }
        SortedMap<Integer, List<Integer>> equationsByRoot = new TreeMap<>();
        for (int i = 0; i < table.equations().size(); i++) {
            List<Integer> unknown = unknown(table, table.equations().get(i));
            if (!unknown.isEmpty()) {
                equationsByRoot
                        .computeIfAbsent(root(parent, unknown.get(0)), none -> new ArrayList<>())
                        .add(i);
            }
        }
        return equationsByRoot.values().stream()
                .filter(equations -> equations.stream()
                        .flatMap(equation -> table.equations().get(equation).coefficients().keySet().stream())
                        .anyMatch(cell -> table.cells().get(cell).isPrimary()))
                .map(equations -> block(table, equations))
                .map(Gaps::forget)
                .toList();
    }

    private static List<Integer> unknown(Table table, Equation equation) {
        return equation.coefficients().keySet().stream()
                .filter(cell -> table.cells().get(cell).kind() != Cell.Kind.OPEN)
                .toList();
    }

    private static int root(int[] parent, int cell) {
        int root = cell;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    private static Block block(Table table, List<Integer> equations) {
        SortedMap<Integer, Integer> indices = new TreeMap<>();
        equations.forEach(equation ->
                table.equations().get(equation).coefficients().keySet().forEach(cell -> indices.put(cell, 0)));
        List<Integer> cells = List.copyOf(indices.keySet());
        for (int i = 0; i < cells.size(); i++) {
            indices.put(cells.get(i), i);
        }
        List<Equation> own = equations.stream()
                .map(equation -> {
                    SortedMap<Integer, Long> coefficients = new TreeMap<>();
                    table.equations()
                            .get(equation)
                            .coefficients()
                            .forEach((cell, coefficient) -> coefficients.put(indices.get(cell), coefficient));
                    return new Equation(table.equations().get(equation).name(), coefficients);
                })
                .toList();
        Table part = new Table(cells.stream().map(table.cells()::get).toList(), own);
        SortedMap<Integer, SortedMap<Integer, Long>> sums = OpenSums.of(part);
        return new Block(sums.isEmpty() ? part : part.withOpen(told(sums)), cells, equations, sums, new BitSet());
    }

    /** The same where nobody knows the ends of these. */
    Block forgetting(BitSet some) {
        return new Block(table.withoutEnds(some), cells, equations, sums, some);
    }

    /** Primary cells that open ones tell: nothing can protect them. */
    BitSet told() {
        return told(sums);
    }

    private static BitSet told(SortedMap<Integer, SortedMap<Integer, Long>> sums) {
        BitSet told = new BitSet();
        sums.keySet().forEach(told::set);
        return told;
    }

    /** The same cells of the whole table. */
    BitSet inWhole(BitSet own) {
        BitSet whole = new BitSet();
        own.stream().forEach(cell -> whole.set(cells.get(cell)));
        return whole;
    }
}
