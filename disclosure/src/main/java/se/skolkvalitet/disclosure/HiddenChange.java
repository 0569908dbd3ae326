package se.skolkvalitet.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;

/**
 * Makes a change of withheld cells that no equation notices, and that has something for each primary cell which is not found
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
    private final Random random = new Random(SEED);

    /** What is left of an equation when it is solved for a cell. */
    private record Row(int cell, SortedMap<Integer, BigInteger> terms) {
        BigInteger own() {
            return terms.get(cell);
        }
    }

    private HiddenChange(Table table, Incidence incidence, BitSet withheld) {
        this.table = table;
        this.incidence = incidence;
        this.withheld = withheld;
        this.solved = new Solved(incidence, withheld);
        solved.order().forEach(step -> rows.add(new Row(step.cell(), left(step))));
    }

    /** By cell, whole numbers; none of them is zero. */
    static SortedMap<Integer, BigInteger> of(Table table, BitSet withheld) {
        HiddenChange change = new HiddenChange(table, new Incidence(table), withheld);
        for (int i = 0; i < MOST_TRIES; i++) {
            SortedMap<Integer, BigFraction> made = change.make();
            if (withheld.stream().allMatch(cell -> made.containsKey(cell) || change.solved.tells(cell))) {
                return change.inWholeNumbers(made);
            }
        }
        throw new IllegalStateException("Numbers of chance have added up to zero " + MOST_TRIES + " times");
    }

    private SortedMap<Integer, BigInteger> left(Solved.Order step) {
        SortedMap<Integer, BigInteger> terms = new TreeMap<>();
        table.equations().get(step.equation()).coefficients().forEach((cell, coefficient) -> {
            if (withheld.get(cell)) {
                terms.put(cell, BigInteger.valueOf(coefficient));
            }
        });
        step.before().forEach(before -> takeOut(rows.get(before), terms));
        return terms;
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
        ExactRows.withoutCommonFactor(terms);
    }

    private SortedMap<Integer, BigFraction> make() {
        BitSet following = new BitSet();
        rows.forEach(row -> following.set(row.cell()));
        SortedMap<Integer, BigFraction> change = new TreeMap<>();
        withheld.stream()
                .filter(cell -> !following.get(cell))
                .forEach(cell -> change.put(cell, new BigFraction(1 + random.nextInt(MOST_STEP))));
        for (int i = rows.size() - 1; i >= 0; i--) {
            Row row = rows.get(i);
            BigFraction sum = BigFraction.ZERO;
            for (Map.Entry<Integer, BigInteger> term : row.terms().entrySet()) {
                BigFraction other = change.get(term.getKey());
                sum = other == null ? sum : sum.add(other.multiply(term.getValue()));
            }
            if (sum.signum() != 0) {
                change.put(row.cell(), sum.divide(row.own()).negate());
            }
        }
        return change;
    }

    /** Each part that has no equation with withheld cells in common with the rest for itself, without a common factor. */
    private SortedMap<Integer, BigInteger> inWholeNumbers(SortedMap<Integer, BigFraction> change) {
        SortedMap<Integer, BigInteger> whole = new TreeMap<>();
        change.keySet().forEach(cell -> {
            if (!whole.containsKey(cell)) {
                BitSet one = new BitSet();
                one.set(cell);
                BitSet part = incidence.linked(one, withheld);
                part.set(cell);
                Map<Integer, BigFraction> ofPart = new HashMap<>();
                part.stream().filter(change::containsKey).forEach(other -> ofPart.put(other, change.get(other)));
                whole.putAll(inWholeNumbers(ofPart));
            }
        });
        return whole;
    }

    private static SortedMap<Integer, BigInteger> inWholeNumbers(Map<Integer, BigFraction> part) {
        BigInteger denominator = part.values().stream()
                .map(BigFraction::getDenominator)
                .reduce(BigInteger.ONE, (one, other) -> one.divide(one.gcd(other))
                        .multiply(other));
        SortedMap<Integer, BigInteger> whole = new TreeMap<>();
        part.forEach((cell, step) -> whole.put(cell, step.multiply(denominator).getNumerator()));
        ExactRows.withoutCommonFactor(whole);
        return whole;
    }
}
