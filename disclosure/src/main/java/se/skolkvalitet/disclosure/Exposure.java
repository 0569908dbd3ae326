package se.skolkvalitet.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What withheld cells follow from, by exact arithmetic: the equations are solved for as many of them as they determine by
 * others. One that follows from nothing but what is published is found out. Two that are a multiple of each other, but for
 * what is published, tell each other: were one published, the other would be found out.
 */
final class Exposure {
    private final Table table;
    private final Map<Integer, SortedMap<Integer, BigInteger>> followsFrom = new TreeMap<>();
    private final Map<SortedMap<Integer, BigInteger>, List<Integer>> alike = new HashMap<>();

    private Exposure(Table table) {
        this.table = table;
    }

    static Exposure of(Table table, BitSet withheld) {
        Exposure exposure = new Exposure(table);
        Map<Integer, ExactRows.Row> solved =
                ExactRows.ofWithheld(table, withheld).solved();
        withheld.stream().forEach(cell -> {
            SortedMap<Integer, BigInteger> of = followsFrom(cell, solved.get(cell));
            exposure.followsFrom.put(cell, of);
            exposure.alike.computeIfAbsent(of, none -> new ArrayList<>()).add(cell);
        });
        return exposure;
    }

    /** Up to a factor: without a common one, and the first above zero. */
    private static SortedMap<Integer, BigInteger> followsFrom(int cell, ExactRows.Row row) {
        if (row == null) {
            return new TreeMap<>(Map.of(cell, BigInteger.ONE));
        }
        SortedMap<Integer, BigInteger> others = new TreeMap<>(row.terms());
        others.remove(cell);
        if (!others.isEmpty() && others.get(others.firstKey()).signum() < 0) {
            others.replaceAll((other, coefficient) -> coefficient.negate());
        }
        return ExactRows.withoutCommonFactor(others);
    }

    /** Whether a withheld cell follows from what is published. */
    boolean isFoundOut(int cell) {
        return followsFrom.get(cell).isEmpty();
    }

    /** The primary cells that would be found out were this one published. */
    BitSet exposedBy(int cell) {
        BitSet exposed = new BitSet();
        if (!isFoundOut(cell)) {
            alike.get(followsFrom.get(cell)).stream()
                    .filter(other -> table.cells().get(other).isPrimary())
                    .forEach(exposed::set);
        }
        return exposed;
    }
}
