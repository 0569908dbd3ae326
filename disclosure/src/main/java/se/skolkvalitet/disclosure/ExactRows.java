package se.skolkvalitet.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The equations of a table solved in whole numbers for as many withheld cells as they determine. A row says that the sum of
 * its terms, withheld and published ones, is zero. Of the cell for which it is solved no other row has a term.
 */
final class ExactRows {
    private final BitSet withheld;
    private final List<Row> rows = new ArrayList<>();
    private final Map<Integer, Row> solved = new TreeMap<>();
    private final Map<Integer, List<Row>> byCell = new HashMap<>();

    /** Its terms by cell, none of them zero. */
    static final class Row {
        private SortedMap<Integer, BigInteger> terms = new TreeMap<>();
        private int solvedFor = -1;

        SortedMap<Integer, BigInteger> terms() {
            return terms;
        }

        BigInteger own() {
            return terms.get(solvedFor);
        }
    }

    ExactRows(Table table, BitSet withheld) {
        this.withheld = withheld;
        table.equations().forEach(equation -> {
            Row row = new Row();
            equation.coefficients()
                    .forEach((cell, coefficient) -> row.terms.put(cell, BigInteger.valueOf(coefficient)));
            rows.add(row);
        });
        rows.forEach(row -> row.terms.keySet().forEach(cell -> rowsWith(cell).add(row)));
        rows.forEach(this::solve);
    }

    /** By the cells for which they are solved. */
    Map<Integer, Row> solved() {
        return solved;
    }

    List<Row> rowsWith(int cell) {
        return byCell.computeIfAbsent(cell, none -> new ArrayList<>());
    }

    private Stream<Integer> withheldOf(Row row) {
        return row.terms.keySet().stream().filter(withheld::get);
    }

    /** Solves a row for the withheld cell that fewest others have. */
    private void solve(Row row) {
        withheldOf(row)
                .min((one, other) ->
                        Integer.compare(rowsWith(one).size(), rowsWith(other).size()))
                .ifPresent(cell -> {
                    row.solvedFor = cell;
                    solved.put(cell, row);
                    for (Row other : List.copyOf(rowsWith(cell))) {
                        if (other != row) {
                            eliminate(cell, row, other);
                        }
                    }
                });
    }

    private void eliminate(int cell, Row row, Row other) {
        BigInteger mine = row.terms.get(cell);
        BigInteger theirs = other.terms.get(cell);
        SortedMap<Integer, BigInteger> sum = new TreeMap<>();
        other.terms.forEach((term, value) -> sum.put(term, value.multiply(mine)));
        row.terms.forEach((term, value) ->
                sum.merge(term, value.multiply(theirs).negate(), (one, two) -> noneOfZero(one.add(two))));
        other.terms.keySet().stream().filter(term -> !sum.containsKey(term)).forEach(term -> rowsWith(term)
                .remove(other));
        sum.keySet().stream().filter(term -> !other.terms.containsKey(term)).forEach(term -> rowsWith(term)
                .add(other));
        other.terms = withoutCommonFactor(sum);
    }

    private static BigInteger noneOfZero(BigInteger value) {
        return value.signum() == 0 ? null : value;
    }

    static SortedMap<Integer, BigInteger> withoutCommonFactor(SortedMap<Integer, BigInteger> terms) {
        BigInteger factor = terms.values().stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        if (factor.compareTo(BigInteger.ONE) > 0) {
            terms.replaceAll((cell, value) -> value.divide(factor));
        }
        return terms;
    }
}
