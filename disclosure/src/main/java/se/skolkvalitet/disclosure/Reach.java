package se.skolkvalitet.disclosure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;

/**
 * Tables that look the same as the true one to everybody who sees what is published and knows between which ends each cell
 * lies: the simplex method in exact arithmetic. It begins at the true table, and goes to others, which differ in withheld cells
 * alone: to one with as much or as little in a cell as may be.
 */
final class Reach {
    private final Table table;
    private final BigFraction unit;
    private final Solved solved;
    private final Telling telling;
    private final Telling.Somebody somebody;
    private final BitSet published;
    private final SortedMap<Integer, BigFraction> values = new TreeMap<>();
    private final SortedMap<Integer, SortedMap<Integer, BigFraction>> rows = new TreeMap<>();

    /** By cell, those that follow from it. */
    private final Map<Integer, SortedSet<Integer>> followers = new HashMap<>();

    private final Map<Integer, BigFraction> least = new HashMap<>();
    private final Map<Integer, BigFraction> most = new HashMap<>();

    /** Of what there should be more. */
    private SortedMap<Integer, BigFraction> aim = new TreeMap<>();

    /**
     * An end of what a cell may be.
     *
     * @param value null where there is no limit
     * @param limits the free published cells that make it the end: it is, unless some of them are withheld
     * @param equations that tell it, each with its factor, by published cells and the ends of others; none where it is the cell's own
     * @param cells that stand in their sum
     */
    record End(BigFraction value, List<Limit> limits, Residues equations, BitSet cells) {
        boolean isLimited() {
            return value != null;
        }
    }

    /**
     * A published cell that makes an end.
     *
     * @param room how much further the end would be at most, were the cell withheld; null where there is no limit to that
     */
    record Limit(int cell, BigFraction room) {}

    /** That a cell which others follow from becomes more or less. */
    private record Step(int cell, boolean up) {}

    private Reach(Table table, WholeRows withheld, Telling telling, Telling.Somebody somebody) {
        this.table = table;
        this.unit = new BigFraction(BigInteger.ONE, BigInteger.TEN.pow(table.decimals(somebody.unknown())));
        this.solved = withheld.solved();
        this.telling = telling;
        this.somebody = somebody;
        this.published = table.free();
        this.published.and(somebody.free());
        this.published.andNot(somebody.unknown());
        for (int index = 0; index < withheld.size(); index++) {
            int cell = withheld.cell(index);
            values.put(cell, fraction(table.cells().get(cell).value()));
            least.put(cell, fraction(table.least(cell)));
            table.most(cell).ifPresent(value -> most.put(cell, fraction(value)));
            if (!withheld.row(index).isOf(index)) {
                putRow(cell, terms(withheld, withheld.row(index)));
            }
        }
    }

    private static SortedMap<Integer, BigFraction> terms(WholeRows withheld, WholeRows.Row row) {
        SortedMap<Integer, BigFraction> terms = new TreeMap<>();
        for (int term = 0; term < row.others().length; term++) {
            terms.put(withheld.cell(row.others()[term]), row.rate(term));
        }
        return terms;
    }

    /**
     * What somebody knows of what he is not told; empty where the equations are no fractions of a few digits.
     *
     * @param somebody who knows the true table but for what is unknown to him
     */
    static Optional<Reach> of(Table table, Incidence incidence, Telling telling, Telling.Somebody somebody) {
        return WholeRows.of(table, incidence, somebody.unknown())
                .map(withheld -> new Reach(table, withheld, telling, somebody));
    }

    static BigFraction fraction(BigDecimal number) {
        return number.scale() <= 0
                ? new BigFraction(number.toBigIntegerExact())
                : new BigFraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
    }

    /** The withheld cells of the table where it is. */
    SortedMap<Integer, BigFraction> values() {
        return values;
    }

    BigFraction value(int cell) {
        return values.get(cell);
    }

    /** The least amount by which values differ. */
    BigFraction unit() {
        return unit;
    }

    /** Goes to where as much is in the cell as may be; where there is no limit, somewhere. */
    End most(int cell) {
        return end(cell, 1);
    }

    /** Goes to where as little is in the cell as may be, which is limited by what everybody knows it to be at the least. */
    End least(int cell) {
        return end(cell, -1);
    }

    private End end(int cell, int sign) {
        aim = new TreeMap<>();
        row(cell).forEach((other, rate) -> aim.put(other, rate.multiply(sign)));
        boolean stuck = false;
        for (Step step = nextStep(stuck); step != null; step = nextStep(stuck)) {
            BigFraction far = far(step);
            if (far == null) {
                return new End(null, List.of(), Residues.NONE, new BitSet());
            }
            stuck = far.signum() == 0;
            take(step, far);
        }
        return limited(cell, sign);
    }

    /**
     * What is aimed at is a sum of steps that make it less, and of published cells. Were one of these withheld, it might be more
     * by what it has of the cell: without end where more of the cell makes more of it, as nobody knows how much a cell may be;
     * otherwise until there is as little in the cell as may be.
     */
    private End limited(int cell, int sign) {
        Residues steps = Residues.of(cell, sign);
        for (Map.Entry<Integer, BigFraction> term : aim.entrySet()) {
            steps = steps.plus(
                    Residues.of(term.getKey()), Residues.residue(term.getValue().negate()));
        }
        if (steps.size() == 0) {
            return new End(values.get(cell), List.of(), Residues.NONE, new BitSet());
        }
        Telling.Told told = telling.shortest(solved, steps, somebody);
        long factor =
                Residues.multiply(steps.value(0), Residues.inverse(told.sum().at(steps.cell(0))));
        List<Limit> limits = new ArrayList<>();
        Residues sum = told.sum();
        for (int i = 0; i < sum.size(); i++) {
            if (published.get(sum.cell(i))) {
                limit(sum.cell(i), sum.fraction(i, factor).negate()).ifPresent(limits::add);
            }
        }
        BitSet cells = new BitSet();
        sum.addCellsTo(cells);
        return new End(values.get(cell), limits, told.factors(), cells);
    }

    private Optional<Limit> limit(int published, BigFraction rate) {
        if (rate.signum() > 0) {
            return Optional.of(new Limit(published, null));
        }
        BigFraction left = fraction(table.cells().get(published).value().subtract(table.least(published)));
        return Optional.of(new Limit(published, rate.negate().multiply(left)))
                .filter(limit -> limit.room().signum() > 0);
    }

    private Map<Integer, BigFraction> row(int cell) {
        return rows.containsKey(cell) ? rows.get(cell) : Map.of(cell, BigFraction.ONE);
    }

    private void putRow(int cell, SortedMap<Integer, BigFraction> row) {
        rows.put(cell, row);
        row.keySet().forEach(other -> followersOf(other).add(cell));
    }

    private SortedSet<Integer> followersOf(int cell) {
        return followers.computeIfAbsent(cell, none -> new TreeSet<>());
    }

    /**
     * One that makes for more of what is aimed at; null where there is none.
     *
     * @param first whether it is to be the first (Bland 1977), so that it does not go round in circles; otherwise it is that of
     *     the highest rate
     */
    private Step nextStep(boolean first) {
        Step best = null;
        BigFraction highest = BigFraction.ZERO;
        for (Map.Entry<Integer, BigFraction> term : aim.entrySet()) {
            int cell = term.getKey();
            boolean up = term.getValue().signum() > 0;
            if (!isAtEnd(cell, up) && (best == null || term.getValue().abs().compareTo(highest) > 0)) {
                best = new Step(cell, up);
                highest = term.getValue().abs();
                if (first) {
                    return best;
                }
            }
        }
        return best;
    }

    private boolean isAtEnd(int cell, boolean up) {
        BigFraction left = left(cell, up);
        return left != null && left.signum() == 0;
    }

    /** How far a cell is from where it may not go further; null where there is no limit. */
    private BigFraction left(int cell, boolean up) {
        if (up) {
            return most.containsKey(cell) ? most.get(cell).subtract(values.get(cell)) : null;
        }
        return values.get(cell).subtract(least.get(cell));
    }

    /** How far a step can go; null where there is no limit. */
    private BigFraction far(Step step) {
        BigFraction furthest = left(step.cell(), step.up());
        for (int follower : followersOf(step.cell())) {
            BigFraction far = far(follower, step);
            if (far != null && (furthest == null || far.compareTo(furthest) < 0)) {
                furthest = far;
            }
        }
        return furthest;
    }

    private BigFraction far(int follower, Step step) {
        BigFraction rate = rows.get(follower).get(step.cell());
        BigFraction left = left(follower, rate.signum() > 0 == step.up());
        return left == null ? null : left.divide(rate.abs());
    }

    private void move(Step step, BigFraction far) {
        BigFraction by = step.up() ? far : far.negate();
        followersOf(step.cell())
                .forEach(follower -> values.merge(
                        follower, rows.get(follower).get(step.cell()).multiply(by), BigFraction::add));
        values.merge(step.cell(), by, BigFraction::add);
    }

    /** As far as it can go: the cell that is the limit is at its end then, and others follow from it. */
    private void take(Step step, BigFraction far) {
        BigFraction left = left(step.cell(), step.up());
        int limit = step.cell();
        if (left == null || left.compareTo(far) > 0) {
            limit = followersOf(step.cell()).stream()
                    .filter(follower -> far.equals(far(follower, step)))
                    .findFirst()
                    .orElseThrow();
        }
        move(step, far);
        if (limit != step.cell()) {
            solveFor(step.cell(), limit);
        }
    }

    /** Now the cell follows from the one that is at its end, and others from that. */
    private void solveFor(int cell, int atEnd) {
        SortedMap<Integer, BigFraction> old = rows.remove(atEnd);
        old.keySet().forEach(other -> followersOf(other).remove(atEnd));
        BigFraction rate = old.remove(cell);
        SortedMap<Integer, BigFraction> row = new TreeMap<>();
        old.forEach((other, value) -> row.put(other, value.divide(rate).negate()));
        row.put(atEnd, rate.reciprocal());
        Set<Integer> changed = followers.remove(cell);
        changed.forEach(follower -> putInto(rows.get(follower), cell, row, follower));
        putInto(aim, cell, row, null);
        putRow(cell, row);
    }

    /** @param follower whose row it is; null where it is the aim's */
    private void putInto(
            SortedMap<Integer, BigFraction> changed, int cell, SortedMap<Integer, BigFraction> row, Integer follower) {
        BigFraction times = changed.remove(cell);
        if (times != null) {
            row.forEach((term, value) -> {
                BigFraction sum = changed.getOrDefault(term, BigFraction.ZERO).add(value.multiply(times));
                if (sum.signum() == 0) {
                    changed.remove(term);
                } else {
                    changed.put(term, sum);
                }
                if (follower != null && sum.signum() == 0) {
                    followersOf(term).remove(follower);
                } else if (follower != null) {
                    followersOf(term).add(follower);
                }
            });
        }
    }

    static BigFraction min(BigFraction one, BigFraction other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    static BigFraction max(BigFraction one, BigFraction other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Whether a single step would change the cell by so much and leave whole numbers whole. */
    boolean hasRoom(int cell, BigFraction change) {
        for (Map.Entry<Integer, BigFraction> term : row(cell).entrySet()) {
            BigFraction whole = wholeStep(term.getKey());
            BigFraction steps = change.divide(term.getValue().abs()).divide(whole);
            BigFraction needed = whole.multiply(new BigFraction(ceil(steps)));
            if (isFurther(new Step(term.getKey(), true), needed) || isFurther(new Step(term.getKey(), false), needed)) {
                return true;
            }
        }
        return false;
    }

    /** The least change of a cell that leaves all that follow from it whole. */
    private BigFraction wholeStep(int cell) {
        BigInteger step = BigInteger.ONE;
        for (int follower : followersOf(cell)) {
            BigInteger denominator = rows.get(follower).get(cell).getDenominator();
            step = step.divide(step.gcd(denominator)).multiply(denominator);
        }
        return unit.multiply(new BigFraction(step));
    }

    /** The next whole number of units that is not more. */
    BigFraction floorOf(BigFraction value) {
        return unit.multiply(new BigFraction(floor(value.divide(unit))));
    }

    /** The next whole number of units that is not less. */
    BigFraction ceilingOf(BigFraction value) {
        return unit.multiply(new BigFraction(ceil(value.divide(unit))));
    }

    private boolean isFurther(Step step, BigFraction needed) {
        BigFraction far = far(step);
        return far == null || far.compareTo(needed) >= 0;
    }

    private static BigInteger ceil(BigFraction value) {
        return floor(value.negate()).negate();
    }

    private static BigInteger floor(BigFraction value) {
        BigInteger[] parts = value.getNumerator().divideAndRemainder(value.getDenominator());
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
}
