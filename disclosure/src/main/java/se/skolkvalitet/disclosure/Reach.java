package se.skolkvalitet.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;

/**
 * How far a withheld cell may be from its value for all that somebody knows who sees what is published and that no cell is
 * below zero: the simplex method in exact arithmetic. It starts at the table as it is and ends at a table with as much or
 * as little in the cell as may be, which differs from the true one in withheld cells alone.
 */
final class Reach {
    private final SortedMap<Integer, BigFraction> values = new TreeMap<>();
    private final SortedMap<Integer, SortedMap<Integer, BigFraction>> rows = new TreeMap<>();

    private Reach(Table table, BitSet withheld) {
        withheld.stream().forEach(cell -> values.put(cell, fraction(table, cell)));
        Witnesses.solved(table, withheld).forEach((cell, terms) -> {
            BigInteger own = terms.get(cell);
            SortedMap<Integer, BigFraction> row = new TreeMap<>();
            terms.forEach((other, value) -> {
                if (!other.equals(cell)) {
                    row.put(other, new BigFraction(value, own).negate());
                }
            });
            rows.put(cell, row);
        });
    }

    private Reach(Reach other) {
        values.putAll(other.values);
        other.rows.forEach((cell, row) -> rows.put(cell, new TreeMap<>(row)));
    }

    static Reach of(Table table, BitSet withheld) {
        return new Reach(table, withheld);
    }

    private static BigFraction fraction(Table table, int cell) {
        BigInteger unscaled = table.cells().get(cell).value().unscaledValue();
        int scale = table.cells().get(cell).value().scale();
        return scale <= 0
                ? new BigFraction(unscaled.multiply(BigInteger.TEN.pow(-scale)))
                : new BigFraction(unscaled, BigInteger.TEN.pow(scale));
    }

    /**
     * The withheld cells of a table with as much in the cell as may be.
     *
     * @return empty where there is no limit
     */
    Optional<SortedMap<Integer, BigFraction>> most(int cell) {
        return new Reach(this).far(cell, 1);
    }

    /** The same with as little as may be, which is zero at the least. */
    SortedMap<Integer, BigFraction> least(int cell) {
        return new Reach(this).far(cell, -1).orElseThrow();
    }

    private Optional<SortedMap<Integer, BigFraction>> far(int cell, int sign) {
        while (true) {
            Step step = nextStep(cell, sign);
            if (step == null) {
                return Optional.of(values);
            }
            if (!take(step)) {
                return Optional.empty();
            }
        }
    }

    /** That a cell which others follow from becomes more or less. */
    private record Step(int cell, boolean up) {}

    /** The first that makes for more in the cell (Bland 1977), so that the steps come to an end; null where there is none. */
    private Step nextStep(int cell, int sign) {
        Map<Integer, BigFraction> row =
                rows.containsKey(cell) ? rows.get(cell) : new TreeMap<>(Map.of(cell, BigFraction.ONE));
        for (Map.Entry<Integer, BigFraction> term : row.entrySet()) {
            boolean up = term.getValue().signum() == sign;
            if (up || values.get(term.getKey()).signum() > 0) {
                return new Step(term.getKey(), up);
            }
        }
        return null;
    }

    /** Goes as far as no cell is below zero; false where that is without end. */
    private boolean take(Step step) {
        BigFraction furthest = step.up() ? null : values.get(step.cell());
        int first = -1;
        List<Integer> following = new ArrayList<>();
        for (Map.Entry<Integer, SortedMap<Integer, BigFraction>> row : rows.entrySet()) {
            BigFraction rate = row.getValue().get(step.cell());
            if (rate != null) {
                following.add(row.getKey());
                if (rate.signum() > 0 != step.up()) {
                    BigFraction far = values.get(row.getKey()).divide(rate.abs());
                    if (furthest == null || far.compareTo(furthest) < 0) {
                        furthest = far;
                        first = row.getKey();
                    }
                }
            }
        }
        if (furthest == null) {
            return false;
        }
        BigFraction by = step.up() ? furthest : furthest.negate();
        for (int cell : following) {
            values.merge(cell, rows.get(cell).get(step.cell()).multiply(by), BigFraction::add);
        }
        values.merge(step.cell(), by, BigFraction::add);
        if (first >= 0) {
            solveFor(step.cell(), first, following);
        }
        return true;
    }

    /** Now the cell follows from the one that has become zero, and the others from it. */
    private void solveFor(int cell, int zero, List<Integer> following) {
        SortedMap<Integer, BigFraction> old = rows.remove(zero);
        BigFraction rate = old.remove(cell);
        SortedMap<Integer, BigFraction> row = new TreeMap<>();
        old.forEach((other, value) -> row.put(other, value.divide(rate).negate()));
        row.put(zero, rate.reciprocal());
        for (int other : following) {
            if (other != zero) {
                SortedMap<Integer, BigFraction> changed = rows.get(other);
                BigFraction times = changed.remove(cell);
                row.forEach((term, value) -> changed.merge(term, value.multiply(times), Reach::sum));
            }
        }
        rows.put(cell, row);
    }

    private static BigFraction sum(BigFraction one, BigFraction other) {
        BigFraction sum = one.add(other);
        return sum.signum() == 0 ? null : sum;
    }
}
