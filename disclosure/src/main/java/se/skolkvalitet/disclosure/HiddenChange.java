package se.skolkvalitet.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;
import se.skolkvalitet.certificate.Certificate;

/**
 * A change of withheld cells that no equation notices, and that has something for each primary cell which is not found
 * out. The equations are solved for withheld cells, without residues: those that others follow from are changed by numbers of chance,
 * the others by what follows. No value is looked at. The order in which they are solved was found by residues: were one of these zero
 * by chance, the change would not add up, which the checker would see.
 */
final class HiddenChange {
    private static final long SEED = 1;
    private static final int MOST_STEP = 1_000_000;
    private static final int MOST_TRIES = 20;

    private final Table table;
    private final Incidence incidence;
    private final BitSet withheld;
    private final Solved solved;
    private final List<Row> rows = new ArrayList<>();
    private final Map<Integer, Integer> rowOf = new HashMap<>();
    private final Map<Integer, List<Integer>> rowsWith = new HashMap<>();
    private final Random random = new Random(SEED);
    private final SortedMap<Integer, BigInteger> whole;

    /** What is left of an equation when it is solved for a cell. */
    private record Row(int cell, SortedMap<Integer, BigInteger> terms) {
        BigInteger own() {
            return terms.get(cell);
        }
    }

    HiddenChange(Table table, BitSet withheld) {
        this.table = table;
        this.incidence = new Incidence(table);
        this.withheld = withheld;
        this.solved = new Solved(incidence, withheld);
        solved.order().forEach(this::addRow);
        this.whole = inWholeNumbers(make());
    }

    private void addRow(Solved.Order step) {
        int number = rows.size();
        SortedMap<Integer, BigInteger> terms = new TreeMap<>();
        table.equations().get(step.equation()).coefficients().forEach((cell, coefficient) -> {
            if (withheld.get(cell)) {
                terms.put(cell, BigInteger.valueOf(coefficient));
            }
        });
        step.before().forEach(before -> takeOut(rows.get(before), terms));
        rows.add(new Row(step.cell(), terms));
        rowOf.put(step.cell(), number);
        terms.keySet().stream().filter(cell -> cell != step.cell()).forEach(cell -> rowsWith.computeIfAbsent(
                        cell, none -> new ArrayList<>())
                .add(number));
    }

    private static void takeOut(Row row, SortedMap<Integer, BigInteger> terms) {
        BigInteger mine = row.own();
        BigInteger theirs = terms.get(row.cell());
        if (!mine.abs().equals(BigInteger.ONE)) {
            terms.replaceAll((cell, value) -> value.multiply(mine));
        }
        BigInteger factor = mine.abs().equals(BigInteger.ONE) ? theirs.multiply(mine) : theirs;
        row.terms().forEach((cell, value) -> {
            if (terms.merge(cell, value.multiply(factor).negate(), BigInteger::add)
                            .signum()
                    == 0) {
                terms.remove(cell);
            }
        });
        withoutCommonFactor(terms);
    }

    /** By cell, whole numbers; none of them is zero. */
    SortedMap<Integer, BigInteger> whole() {
        return whole;
    }

    private SortedMap<Integer, BigFraction> make() {
        for (int i = 0; i < MOST_TRIES; i++) {
            SortedMap<Integer, BigFraction> steps = new TreeMap<>();
            withheld.stream()
                    .filter(cell -> !rowOf.containsKey(cell))
                    .forEach(cell -> steps.put(cell, new BigFraction(1 + random.nextInt(MOST_STEP))));
            SortedMap<Integer, BigFraction> change = withWhatFollows(steps);
            if (withheld.stream().allMatch(cell -> change.containsKey(cell) || solved.tells(cell))) {
                return change;
            }
        }
        throw addedUpToZero();
    }

    private static IllegalStateException addedUpToZero() {
        return new IllegalStateException("Numbers of chance have added up to zero " + MOST_TRIES + " times");
    }

    /** @param steps of cells for which no equation is solved */
    private SortedMap<Integer, BigFraction> withWhatFollows(SortedMap<Integer, BigFraction> steps) {
        SortedMap<Integer, BigFraction> change = new TreeMap<>(steps);
        NavigableSet<Integer> next = new TreeSet<>();
        steps.keySet().forEach(cell -> next.addAll(rowsWith.getOrDefault(cell, List.of())));
        while (!next.isEmpty()) {
            Row row = rows.get(next.pollLast());
            BigFraction sum = BigFraction.ZERO;
            for (Map.Entry<Integer, BigInteger> term : row.terms().entrySet()) {
                BigFraction other = change.get(term.getKey());
                sum = other == null ? sum : sum.add(other.multiply(term.getValue()));
            }
            if (sum.signum() != 0) {
                change.put(row.cell(), sum.divide(row.own()).negate());
                next.addAll(rowsWith.getOrDefault(row.cell(), List.of()));
            }
        }
        return change;
    }

    /**
     * What makes it a change for somebody who knows cells of his own: one in which these are as they are, and each primary cell is
     * not that is not his and does not follow from his. It differs from this one near his cells alone.
     */
    Certificate.OwnChange without(BitSet own) {
        BitSet known = (BitSet) own.clone();
        known.and(withheld);
        ExactSpan span = new ExactSpan();
        known.stream()
                .filter(whole::containsKey)
                .forEach(cell -> span.add(inOthers(cell), whole.get(cell).negate()));
        for (int i = 0; i < MOST_TRIES; i++) {
            SortedMap<Integer, BigFraction> others = new TreeMap<>();
            if (i > 0) {
                span.others().forEach(cell -> others.put(cell, new BigFraction(1 + random.nextInt(MOST_STEP))));
            }
            SortedMap<Integer, BigFraction> difference = withWhatFollows(span.solved(others));
            if (difference.entrySet().stream()
                    .allMatch(cell -> known.get(cell.getKey())
                            || !table.cells().get(cell.getKey()).isPrimary()
                            || !whole.get(cell.getKey()).negate().equals(wholeOf(cell.getValue()))
                            || span.has(inOthers(cell.getKey())))) {
                return ownChange(difference);
            }
        }
        throw addedUpToZero();
    }

    private static BigInteger wholeOf(BigFraction number) {
        return number.getDenominator().equals(BigInteger.ONE) ? number.getNumerator() : null;
    }

    private static Certificate.OwnChange ownChange(SortedMap<Integer, BigFraction> difference) {
        BigInteger times = denominator(difference.values());
        SortedMap<Integer, BigInteger> plus = new TreeMap<>();
        difference.forEach((cell, step) -> plus.put(cell, step.multiply(times).getNumerator()));
        return new Certificate.OwnChange(times, plus);
    }

    /** A cell as a sum of those for which no equation is solved. */
    private SortedMap<Integer, BigFraction> inOthers(int cell) {
        NavigableMap<Integer, BigFraction> missing = new TreeMap<>(Map.of(place(cell), BigFraction.ONE));
        while (!missing.isEmpty() && missing.firstKey() < rows.size()) {
            Map.Entry<Integer, BigFraction> first = missing.pollFirstEntry();
            Row row = rows.get(first.getKey());
            BigFraction factor = first.getValue().divide(row.own()).negate();
            row.terms().forEach((other, value) -> {
                if (other != row.cell()
                        && missing.merge(place(other), factor.multiply(value), BigFraction::add)
                                        .signum()
                                == 0) {
                    missing.remove(place(other));
                }
            });
        }
        SortedMap<Integer, BigFraction> others = new TreeMap<>();
        missing.forEach((place, value) -> others.put(place - rows.size(), value));
        return others;
    }

    private int place(int cell) {
        return rowOf.getOrDefault(cell, rows.size() + cell);
    }

    /** Each part that has no equation with withheld cells in common with the rest for itself, without a common factor. */
    private SortedMap<Integer, BigInteger> inWholeNumbers(SortedMap<Integer, BigFraction> change) {
        SortedMap<Integer, BigInteger> parts = new TreeMap<>();
        change.keySet().forEach(cell -> {
            if (!parts.containsKey(cell)) {
                BitSet one = new BitSet();
                one.set(cell);
                BitSet part = incidence.linked(one, withheld);
                part.set(cell);
                Map<Integer, BigFraction> ofPart = new HashMap<>();
                part.stream().filter(change::containsKey).forEach(other -> ofPart.put(other, change.get(other)));
                parts.putAll(inWholeNumbers(ofPart));
            }
        });
        return parts;
    }

    private static SortedMap<Integer, BigInteger> inWholeNumbers(Map<Integer, BigFraction> part) {
        BigInteger denominator = denominator(part.values());
        SortedMap<Integer, BigInteger> whole = new TreeMap<>();
        part.forEach((cell, step) -> whole.put(cell, step.multiply(denominator).getNumerator()));
        withoutCommonFactor(whole);
        return whole;
    }

    private static void withoutCommonFactor(SortedMap<Integer, BigInteger> terms) {
        BigInteger factor = terms.values().stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        if (factor.compareTo(BigInteger.ONE) > 0) {
            terms.replaceAll((cell, value) -> value.divide(factor));
        }
    }

    /** The least that all of them have in common. */
    private static BigInteger denominator(Collection<BigFraction> numbers) {
        return numbers.stream().map(BigFraction::getDenominator).reduce(BigInteger.ONE, (one, other) -> one.divide(
                        one.gcd(other))
                .multiply(other));
    }
}
