package se.skolkvalitet.disclosure;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;

/** What sums of cells have to be, solved for as many of the cells as they determine. */
final class ExactSpan {
    /** By the cell for which it is solved, at which no other has anything. */
    private final NavigableMap<Integer, Row> rows = new TreeMap<>();

    private record Row(SortedMap<Integer, BigFraction> terms, BigFraction sum) {
        Row times(BigFraction factor) {
            SortedMap<Integer, BigFraction> multiplied = new TreeMap<>();
            terms.forEach((cell, value) -> multiplied.put(cell, value.multiply(factor)));
            return new Row(multiplied, sum.multiply(factor));
        }

        /** @param other solved for the cell */
        Row without(int cell, Row other) {
            BigFraction factor = terms.get(cell);
            if (factor == null) {
                return this;
            }
            SortedMap<Integer, BigFraction> left = new TreeMap<>(terms);
            other.terms.forEach((term, value) -> {
                if (left.merge(term, value.multiply(factor).negate(), BigFraction::add)
                                .signum()
                        == 0) {
                    left.remove(term);
                }
            });
            return new Row(left, sum.subtract(other.sum.multiply(factor)));
        }
    }

    /** That these terms together are so much; nothing where that follows from what was added before. */
    void add(SortedMap<Integer, BigFraction> terms, BigInteger sum) {
        Row rest = rest(new Row(terms, new BigFraction(sum)));
        if (!rest.terms().isEmpty()) {
            int cell = rest.terms().firstKey();
            Row row = rest.times(rest.terms().get(cell).reciprocal());
            rows.replaceAll((other, before) -> before.without(cell, row));
            rows.put(cell, row);
        }
    }

    /** Whether these terms are a sum of what was added. */
    boolean has(SortedMap<Integer, BigFraction> terms) {
        return rest(new Row(terms, BigFraction.ZERO)).terms().isEmpty();
    }

    /** The cells for which nothing is solved. */
    Set<Integer> others() {
        Set<Integer> others = new HashSet<>();
        rows.values().forEach(row -> others.addAll(row.terms().keySet()));
        others.removeAll(rows.keySet());
        return others;
    }

    /** All cells, by what the others are: zero where it is not said. */
    SortedMap<Integer, BigFraction> solved(SortedMap<Integer, BigFraction> others) {
        SortedMap<Integer, BigFraction> solved = new TreeMap<>(others);
        rows.forEach((cell, row) -> {
            BigFraction value = row.sum();
            for (SortedMap.Entry<Integer, BigFraction> other : others.entrySet()) {
                BigFraction term = row.terms().get(other.getKey());
                value = term == null ? value : value.subtract(term.multiply(other.getValue()));
            }
            if (value.signum() != 0) {
                solved.put(cell, value);
            }
        });
        return solved;
    }

    private Row rest(Row row) {
        Row rest = row;
        for (int cell : row.terms().keySet()) {
            if (rows.containsKey(cell)) {
                rest = rest.without(cell, rows.get(cell));
            }
        }
        return rest;
    }
}
