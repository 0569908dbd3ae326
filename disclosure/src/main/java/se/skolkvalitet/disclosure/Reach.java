package se.skolkvalitet.disclosure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;

/**
 * How far a withheld cell may be from its value for all that somebody knows who sees what is published and that no cell is
 * below zero: the simplex method in exact arithmetic. It starts at the table as it is and ends at a table with as much or
 * as little in the cell as may be, which differs from the true one in withheld cells alone.
 */
final class Reach {
    private final Table table;
    private final SortedMap<Integer, BigFraction> values = new TreeMap<>();
    private final SortedMap<Integer, SortedMap<Integer, BigFraction>> rows = new TreeMap<>();

    /**
     * An end of what a cell may be.
     *
     * @param values of the withheld cells, in a table in which the cell is as much or as little; null where there is no limit
     * @param limitedBy the free published cells that make it the end: it is, unless one of them is withheld
     */
    record End(SortedMap<Integer, BigFraction> values, BitSet limitedBy) {
        boolean isLimited() {
            return values != null;
        }
    }

    private Reach(Table table, BitSet withheld) {
        this.table = table;
        withheld.stream()
                .forEach(cell ->
                        values.put(cell, fraction(table.cells().get(cell).value())));
        ExactRows.ofAll(table, withheld).solved().forEach((cell, solved) -> {
            SortedMap<Integer, BigFraction> row = new TreeMap<>();
            solved.terms().forEach((other, value) -> {
                if (!other.equals(cell)) {
                    row.put(other, new BigFraction(value, solved.own()).negate());
                }
            });
            rows.put(cell, row);
        });
    }

    private Reach(Reach other) {
        table = other.table;
        values.putAll(other.values);
        other.rows.forEach((cell, row) -> rows.put(cell, new TreeMap<>(row)));
    }

    static Reach of(Table table, BitSet withheld) {
        return new Reach(table, withheld);
    }

    static BigFraction fraction(BigDecimal number) {
        return number.scale() <= 0
                ? new BigFraction(number.toBigIntegerExact())
                : new BigFraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
    }

    /** With as much in the cell as may be. */
    End most(int cell) {
        return new Reach(this).end(cell, 1);
    }

    /** With as little in the cell as may be, which is limited by zero at the least. */
    End least(int cell) {
        return new Reach(this).end(cell, -1);
    }

    private End end(int cell, int sign) {
        for (Step step = nextStep(cell, sign); step != null; step = nextStep(cell, sign)) {
            if (!take(step)) {
                return new End(null, new BitSet());
            }
        }
        BitSet limitedBy = new BitSet();
        row(cell).keySet().stream()
                .filter(other ->
                        !values.containsKey(other) && table.cells().get(other).isFree())
                .forEach(limitedBy::set);
        return new End(values, limitedBy);
    }

    private Map<Integer, BigFraction> row(int cell) {
        return rows.containsKey(cell) ? rows.get(cell) : Map.of(cell, BigFraction.ONE);
    }

    /** That a cell which others follow from becomes more or less. */
    private record Step(int cell, boolean up) {}

    /** The first that makes for more in the cell (Bland 1977), so that the steps come to an end; null where there is none. */
    private Step nextStep(int cell, int sign) {
        for (Map.Entry<Integer, BigFraction> term : row(cell).entrySet()) {
            BigFraction value = values.get(term.getKey());
            boolean up = term.getValue().signum() == sign;
            if (value != null && (up || value.signum() > 0)) {
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
