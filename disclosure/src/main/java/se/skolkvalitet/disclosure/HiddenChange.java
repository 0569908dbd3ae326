package se.skolkvalitet.disclosure;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes a change of withheld cells that no equation notices, and that has something for each primary cell which is not found
 * out. The equations are solved for withheld cells: those that others follow from are changed by numbers of chance, the
 * others by what follows. No value is looked at.
 */
final class HiddenChange {
    private static final long SEED = 1;
    private static final int MOST_STEP = 1_000_000;
    private static final int MOST_TRIES = 20;

    private final Map<Integer, ExactRows.Row> solved;
    private final BitSet withheld;
    private final Random random = new Random(SEED);

    private HiddenChange(Table table, BitSet withheld) {
        this.solved = ExactRows.ofWithheld(table, withheld).solved();
        this.withheld = withheld;
    }

    /** By cell, without a common factor; none of them is zero. */
    static SortedMap<Integer, BigInteger> of(Table table, BitSet withheld) {
        HiddenChange change = new HiddenChange(table, withheld);
        BitSet hidden = change.notFoundOut();
        for (int i = 0; i < MOST_TRIES; i++) {
            SortedMap<Integer, BigInteger> found = change.make();
            if (hidden.stream().allMatch(found::containsKey)) {
                return found;
            }
        }
        throw new IllegalStateException("Numbers of chance have added up to zero " + MOST_TRIES + " times");
    }

    private BitSet notFoundOut() {
        BitSet hidden = (BitSet) withheld.clone();
        solved.forEach((cell, row) -> hidden.set(cell, row.terms().size() > 1));
        return hidden;
    }

    private SortedMap<Integer, BigInteger> make() {
        // Such that what follows is whole.
        BigInteger unit = solved.values().stream()
                .map(row -> row.own().abs())
                .reduce(BigInteger.ONE, (one, other) -> one.divide(one.gcd(other))
                        .multiply(other));
        SortedMap<Integer, BigInteger> change = new TreeMap<>();
        withheld.stream()
                .filter(cell -> !solved.containsKey(cell))
                .forEach(cell -> change.put(cell, unit.multiply(BigInteger.valueOf(1 + random.nextInt(MOST_STEP)))));
        SortedMap<Integer, BigInteger> following = new TreeMap<>();
        solved.forEach((cell, row) -> following.put(
                cell,
                row.terms().entrySet().stream()
                        .filter(term -> !term.getKey().equals(cell))
                        .map(term -> term.getValue().multiply(change.get(term.getKey())))
                        .reduce(BigInteger.ZERO, BigInteger::add)
                        .divide(row.own())
                        .negate()));
        change.putAll(following);
        change.values().removeIf(step -> step.signum() == 0);
        return ExactRows.withoutCommonFactor(change);
    }
}
