package se.skolkvalitet.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Proves by exact arithmetic which withheld cells cannot be found out, and which can. The equations are solved, free of
 * fractions, for withheld cells alone: what is published is known, and so does not matter here. A cell that no other
 * withheld cell stands beside then is found out; of any other there is a witness.
 */
final class Witnesses {
    private final List<Row> rows = new ArrayList<>();
    private final Map<Integer, Row> solved = new HashMap<>();
    private final Map<Integer, List<Row>> beside = new HashMap<>();

    /** A sum of withheld cells that is known. */
    private static final class Row {
        private SortedMap<Integer, BigInteger> terms = new TreeMap<>();
        private int solvedFor = -1;
    }

    private Witnesses(Table table, BitSet withheld) {
        for (Equation equation : table.equations()) {
            Row row = new Row();
            equation.coefficients().forEach((cell, coefficient) -> {
                if (withheld.get(cell)) {
                    row.terms.put(cell, BigInteger.valueOf(coefficient));
                }
            });
            if (!row.terms.isEmpty()) {
                rows.add(row);
            }
        }
        rows.forEach(this::index);
        rows.forEach(this::solve);
    }

    /** Of each primary cell that cannot be found out. */
    static SortedMap<Integer, Witness> of(Table table, BitSet withheld) {
        Witnesses witnesses = new Witnesses(table, withheld);
        SortedMap<Integer, Witness> found = new TreeMap<>();
        for (int cell = 0; cell < table.cells().size(); cell++) {
            if (table.cells().get(cell).isPrimary() && !witnesses.isFoundOut(cell)) {
                found.put(cell, witnesses.witness(cell));
            }
        }
        return found;
    }

    /** The withheld cells that follow from the others: the terms of a sum that is known, by the cell for which it is solved. */
    static Map<Integer, SortedMap<Integer, BigInteger>> solved(Table table, BitSet withheld) {
        Map<Integer, SortedMap<Integer, BigInteger>> terms = new TreeMap<>();
        new Witnesses(table, withheld).solved.forEach((cell, row) -> terms.put(cell, row.terms));
        return terms;
    }

    private boolean isFoundOut(int cell) {
        Row row = solved.get(cell);
        return row != null && row.terms.size() == 1;
    }

    private void index(Row row) {
        row.terms.keySet().forEach(cell -> beside.computeIfAbsent(cell, none -> new ArrayList<>())
                .add(row));
    }

    /** Solves a row for the cell that fewest others have. */
    private void solve(Row row) {
        if (row.terms.isEmpty()) {
            return;
        }
        int cell = -1;
        for (int candidate : row.terms.keySet()) {
            if (cell < 0 || beside.get(candidate).size() < beside.get(cell).size()) {
                cell = candidate;
            }
        }
        row.solvedFor = cell;
        solved.put(cell, row);
        for (Row other : List.copyOf(beside.get(cell))) {
            if (other != row) {
                eliminate(cell, row, other);
            }
        }
    }

    private void eliminate(int cell, Row row, Row other) {
        BigInteger mine = row.terms.get(cell);
        BigInteger theirs = other.terms.get(cell);
        SortedMap<Integer, BigInteger> sum = new TreeMap<>();
        other.terms.forEach((term, value) -> sum.put(term, value.multiply(mine)));
        row.terms.forEach((term, value) ->
                sum.merge(term, value.multiply(theirs).negate(), (one, two) -> zeroAsNone(one.add(two))));
        other.terms.keySet().stream().filter(term -> !sum.containsKey(term)).forEach(term -> beside.get(term)
                .remove(other));
        sum.keySet().stream().filter(term -> !other.terms.containsKey(term)).forEach(term -> beside.get(term)
                .add(other));
        other.terms = withoutCommonFactor(sum);
    }

    private static BigInteger zeroAsNone(BigInteger value) {
        return value.signum() == 0 ? null : value;
    }

    private static SortedMap<Integer, BigInteger> withoutCommonFactor(SortedMap<Integer, BigInteger> terms) {
        BigInteger factor = terms.values().stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        if (factor.compareTo(BigInteger.ONE) <= 0) {
            return terms;
        }
        UnaryOperator<BigInteger> divided = value -> value.divide(factor);
        terms.replaceAll((cell, value) -> divided.apply(value));
        return terms;
    }

    /** The change of a cell for which no row is solved, and of all cells that follow from it. */
    private Witness witness(int cell) {
        int free = solved.containsKey(cell)
                ? solved.get(cell).terms.keySet().stream()
                        .filter(other -> other != cell)
                        .min((one, other) -> Integer.compare(
                                beside.get(one).size(), beside.get(other).size()))
                        .orElseThrow()
                : cell;
        List<Row> following = beside.getOrDefault(free, List.of());
        BigInteger step = following.stream()
                .map(row -> row.terms.get(row.solvedFor).abs())
                .reduce(BigInteger.ONE, Witnesses::leastCommonMultiple);
        SortedMap<Integer, BigInteger> change = new TreeMap<>(Map.of(free, step));
        for (Row row : following) {
            BigInteger own = row.terms.get(row.solvedFor);
            change.put(
                    row.solvedFor,
                    step.multiply(row.terms.get(free)).divide(own).negate());
        }
        return new Witness(withoutCommonFactor(change));
    }

    private static BigInteger leastCommonMultiple(BigInteger one, BigInteger other) {
        return one.divide(one.gcd(other)).multiply(other);
    }
}
