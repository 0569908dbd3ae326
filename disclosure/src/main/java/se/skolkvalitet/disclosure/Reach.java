package se.skolkvalitet.disclosure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/**
 * Tables that look the same as the true one to everybody who sees what is published and knows that no cell is below zero:
 * the simplex method in exact arithmetic. It is at one of these tables, and goes to others, which differ in withheld cells
 * alone: to one with as much or as little in a cell as may be, or to one of whole numbers.
 */
final class Reach {
    private static final int AIM = -1;
    private static final int MOST_TRIED = 200;

    private final Table table;
    private final BigFraction unit;
    private final BitSet free;
    private final Map<Integer, SortedMap<Integer, BigFraction>> publishedOf;
    private SortedMap<Integer, BigFraction> values = new TreeMap<>();
    private SortedMap<Integer, SortedMap<Integer, BigFraction>> rows = new TreeMap<>();
    private Map<Integer, BigFraction> least = new HashMap<>();
    private Map<Integer, BigFraction> most = new HashMap<>();

    /**
     * An end of what a cell may be.
     *
     * @param value null where there is no limit
     * @param limits the free published cells that make it the end: it is, unless some of them are withheld
     */
    record End(BigFraction value, List<Limit> limits) {
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

    private Reach(Table table, BitSet withheld) {
        this.table = table;
        this.unit = new BigFraction(BigInteger.ONE, BigInteger.TEN.pow(table.decimals(withheld)));
        this.free = table.free();
        this.publishedOf = new HashMap<>();
        new ExactRows(table, withheld).solved().forEach((cell, solved) -> {
            SortedMap<Integer, BigFraction> row = new TreeMap<>();
            SortedMap<Integer, BigFraction> published = new TreeMap<>();
            solved.terms().forEach((other, value) -> {
                if (!other.equals(cell)) {
                    (withheld.get(other) ? row : published).put(other, new BigFraction(value, solved.own()).negate());
                }
            });
            rows.put(cell, row);
            publishedOf.put(cell, published);
        });
        withheld.stream().forEach(cell -> {
            least.put(cell, leastOf(cell));
            table.few()
                    .filter(few -> table.cells().get(cell).isPrimary())
                    .ifPresent(few -> most.put(cell, fraction(few.most())));
        });
    }

    /** At the true table. */
    static Reach ofTruth(Table table, BitSet withheld) {
        Reach reach = new Reach(table, withheld);
        withheld.stream()
                .forEach(cell ->
                        reach.values.put(cell, fraction(table.cells().get(cell).value())));
        return reach;
    }

    /** At a table that nothing but what is published tells: who does not know the true one comes to the same. */
    static Reach ofPublished(Table table, BitSet withheld) {
        Reach reach = new Reach(table, withheld);
        withheld.stream().forEach(cell -> reach.values.put(cell, reach.whereOthersAreLeast(cell)));
        reach.comeBetweenEnds();
        return reach;
    }

    /** What is less than it may be may not become less, until it is enough; and what is more not more. */
    private void comeBetweenEnds() {
        Map<Integer, BigFraction> leastAllowed = new TreeMap<>();
        Map<Integer, BigFraction> mostAllowed = new TreeMap<>();
        values.forEach((cell, value) -> {
            if (value.compareTo(least.get(cell)) < 0) {
                leastAllowed.put(cell, least.put(cell, value));
            } else if (most.containsKey(cell) && value.compareTo(most.get(cell)) > 0) {
                mostAllowed.put(cell, most.put(cell, value));
            }
        });
        leastAllowed.forEach((cell, end) -> {
            require(raise(cell, end));
            least.put(cell, end);
        });
        mostAllowed.forEach((cell, end) -> {
            require(lower(cell, end));
            most.put(cell, end);
        });
    }

    private static void require(boolean possible) {
        if (!possible) {
            throw new IllegalStateException("No table is like the true one");
        }
    }

    /** As everybody knows it: what is withheld for others is not one of few. */
    private BigFraction leastOf(int cell) {
        return switch (table.cells().get(cell).kind()) {
            case PRIMARY -> table.few().map(few -> fraction(few.least())).orElse(BigFraction.ZERO);
            case FREE -> table.few().map(few -> fraction(few.most()).add(unit)).orElse(BigFraction.ZERO);
            case OPEN -> BigFraction.ZERO;
        };
    }

    private BigFraction whereOthersAreLeast(int cell) {
        if (!rows.containsKey(cell)) {
            return least.get(cell);
        }
        return Stream.concat(
                        publishedOf.get(cell).entrySet().stream().map(term -> fraction(
                                        table.cells().get(term.getKey()).value())
                                .multiply(term.getValue())),
                        rows.get(cell).entrySet().stream()
                                .map(term -> least.get(term.getKey()).multiply(term.getValue())))
                .reduce(BigFraction.ZERO, BigFraction::add);
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
        aim(Map.of(cell, sign));
        End end = goOn() ? new End(values.get(cell), limits(cell, sign)) : new End(null, List.of());
        rows.remove(AIM);
        return end;
    }

    /**
     * What is aimed at is a sum of steps that make it less, and of published cells. Were one of these withheld, it might be more
     * by what it has of the cell: without end where more of the cell makes more of it, as nobody knows how much a cell may be;
     * otherwise until there is as little in the cell as may be.
     */
    private List<Limit> limits(int cell, int sign) {
        SortedMap<Integer, BigFraction> rates = new TreeMap<>();
        addPublished(rates, cell, new BigFraction(sign));
        rows.get(AIM).forEach((other, rate) -> addPublished(rates, other, rate.negate()));
        List<Limit> limits = new ArrayList<>();
        rates.forEach((published, rate) -> {
            BigFraction room = rate.signum() > 0
                    ? null
                    : rate.negate()
                            .multiply(fraction(table.cells().get(published).value())
                                    .subtract(leastOf(published)));
            if (free.get(published) && (room == null || room.signum() > 0)) {
                limits.add(new Limit(published, room));
            }
        });
        return limits;
    }

    private void addPublished(SortedMap<Integer, BigFraction> rates, int cell, BigFraction times) {
        publishedOf
                .getOrDefault(cell, new TreeMap<>())
                .forEach((published, rate) -> rates.merge(published, rate.multiply(times), Reach::sum));
    }

    /**
     * Goes to where there is as much of these cells as may be, or somewhere there where there is no limit.
     *
     * @param weights 1 of those of which there should be more, −1 of those of which there should be less
     */
    void towards(Map<Integer, Integer> weights) {
        aim(weights);
        goOn();
        rows.remove(AIM);
    }

    private void aim(Map<Integer, Integer> weights) {
        SortedMap<Integer, BigFraction> aim = new TreeMap<>();
        weights.forEach((cell, weight) ->
                row(cell).forEach((other, rate) -> aim.merge(other, rate.multiply(weight), Reach::sum)));
        rows.put(AIM, aim);
    }

    /** False where there is no limit. */
    private boolean goOn() {
        boolean stuck = false;
        for (Step step = nextStep(stuck); step != null; step = nextStep(stuck)) {
            BigFraction far = far(step);
            if (far == null) {
                return false;
            }
            stuck = far.signum() == 0;
            take(step, far);
        }
        return true;
    }

    /** Goes to where there is at least so much in the cell; false where that is nowhere. */
    boolean raise(int cell, BigFraction to) {
        return push(cell, 1, to);
    }

    /** Goes to where there is at most so much in the cell; false where that is nowhere. */
    boolean lower(int cell, BigFraction to) {
        return push(cell, -1, to);
    }

    private boolean push(int cell, int sign, BigFraction to) {
        aim(Map.of(cell, sign));
        boolean stuck = false;
        boolean there = isThere(cell, sign, to);
        while (!there) {
            Step step = nextStep(stuck);
            if (step == null) {
                break;
            }
            BigFraction far = far(step);
            BigFraction needed = to.subtract(values.get(cell))
                    .divide(row(cell).get(step.cell()))
                    .abs();
            stuck = far != null && far.signum() == 0;
            if (far == null || needed.compareTo(far) < 0) {
                move(step, needed);
            } else {
                take(step, far);
            }
            there = isThere(cell, sign, to);
        }
        rows.remove(AIM);
        return there;
    }

    private boolean isThere(int cell, int sign, BigFraction to) {
        return values.get(cell).compareTo(to) * sign >= 0;
    }

    private Map<Integer, BigFraction> row(int cell) {
        return rows.containsKey(cell) ? rows.get(cell) : Map.of(cell, BigFraction.ONE);
    }

    /** That a cell which others follow from becomes more or less. */
    private record Step(int cell, boolean up) {}

    /**
     * One that makes for more of what is aimed at; null where there is none.
     *
     * @param first whether it is to be the first (Bland 1977), so that it does not go round in circles; otherwise it is that of
     *     the highest rate
     */
    private Step nextStep(boolean first) {
        Step best = null;
        BigFraction highest = BigFraction.ZERO;
        for (Map.Entry<Integer, BigFraction> term : rows.get(AIM).entrySet()) {
            int cell = term.getKey();
            boolean up = term.getValue().signum() > 0;
            if (values.containsKey(cell)
                    && !isAtEnd(cell, up)
                    && (best == null || term.getValue().abs().compareTo(highest) > 0)) {
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
        for (Map.Entry<Integer, SortedMap<Integer, BigFraction>> row : rows.entrySet()) {
            BigFraction far = far(row.getKey(), row.getValue().get(step.cell()), step.up());
            if (far != null && (furthest == null || far.compareTo(furthest) < 0)) {
                furthest = far;
            }
        }
        return furthest;
    }

    private BigFraction far(int follower, BigFraction rate, boolean up) {
        if (follower == AIM || rate == null) {
            return null;
        }
        BigFraction left = left(follower, rate.signum() > 0 == up);
        return left == null ? null : left.divide(rate.abs());
    }

    private void move(Step step, BigFraction far) {
        BigFraction by = step.up() ? far : far.negate();
        rows.forEach((cell, row) -> {
            BigFraction rate = row.get(step.cell());
            if (cell != AIM && rate != null) {
                values.merge(cell, rate.multiply(by), BigFraction::add);
            }
        });
        values.merge(step.cell(), by, BigFraction::add);
    }

    /** As far as it can go: the cell that is the limit is at its end then, and others follow from it. */
    private void take(Step step, BigFraction far) {
        BigFraction left = left(step.cell(), step.up());
        int limit = step.cell();
        if (left == null || left.compareTo(far) > 0) {
            limit = rows.entrySet().stream()
                    .filter(row -> far.equals(far(row.getKey(), row.getValue().get(step.cell()), step.up())))
                    .map(Map.Entry::getKey)
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
        BigFraction rate = old.remove(cell);
        SortedMap<Integer, BigFraction> row = new TreeMap<>();
        old.forEach((other, value) -> row.put(other, value.divide(rate).negate()));
        row.put(atEnd, rate.reciprocal());
        for (SortedMap<Integer, BigFraction> changed : rows.values()) {
            BigFraction times = changed.remove(cell);
            if (times != null) {
                row.forEach((term, value) -> changed.merge(term, value.multiply(times), Reach::sum));
            }
        }
        rows.put(cell, row);
    }

    static BigFraction min(BigFraction one, BigFraction other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    static BigFraction max(BigFraction one, BigFraction other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static BigFraction sum(BigFraction one, BigFraction other) {
        BigFraction sum = one.add(other);
        return sum.signum() == 0 ? null : sum;
    }

    /** Whether a single step would change the cell by so much and leave whole numbers whole. */
    boolean hasRoom(int cell, BigFraction change) {
        for (Map.Entry<Integer, BigFraction> term : row(cell).entrySet()) {
            if (values.containsKey(term.getKey())) {
                BigFraction whole = wholeStep(term.getKey());
                BigFraction steps = change.divide(term.getValue().abs()).divide(whole);
                BigFraction needed = whole.multiply(new BigFraction(ceil(steps)));
                if (isFurther(new Step(term.getKey(), true), needed)
                        || isFurther(new Step(term.getKey(), false), needed)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The least change of a cell that leaves all that follow from it whole. */
    private BigFraction wholeStep(int cell) {
        BigInteger step = BigInteger.ONE;
        for (SortedMap<Integer, BigFraction> row : rows.values()) {
            BigFraction rate = row.get(cell);
            if (rate != null) {
                BigInteger denominator = rate.getDenominator();
                step = step.divide(step.gcd(denominator)).multiply(denominator);
            }
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

    /**
     * Goes to a table of whole numbers (of units). Cells that are not whole are held above or below where they are, one after
     * the other, until all are; false where that is not found in some tries.
     *
     * @param held cells that have to have so much at least
     * @param under cells that have to have so much at most
     */
    boolean goToWhole(Map<Integer, BigFraction> held, Map<Integer, BigFraction> under) {
        Reach before = new Reach(this);
        held.forEach(least::put);
        under.forEach(most::put);
        boolean found = search(new int[] {MOST_TRIED});
        if (!found) {
            takeOver(before);
        }
        least = new HashMap<>(before.least);
        most = new HashMap<>(before.most);
        return found;
    }

    private boolean search(int[] left) {
        Integer cell = values.entrySet().stream()
                .filter(value -> !isWhole(value.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        if (cell == null) {
            return true;
        }
        if (left[0]-- <= 0) {
            return false;
        }
        BigFraction below = floorOf(values.get(cell));
        Reach here = new Reach(this);
        if (raise(cell, below.add(unit))) {
            least.put(cell, below.add(unit));
            if (search(left)) {
                return true;
            }
        }
        takeOver(here);
        if (lower(cell, below)) {
            most.put(cell, below);
            return search(left);
        }
        return false;
    }

    private boolean isWhole(BigFraction value) {
        return value.divide(unit).getDenominator().equals(BigInteger.ONE);
    }

    private static BigInteger ceil(BigFraction value) {
        return floor(value.negate()).negate();
    }

    private static BigInteger floor(BigFraction value) {
        BigInteger[] parts = value.getNumerator().divideAndRemainder(value.getDenominator());
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private Reach(Reach other) {
        table = other.table;
        unit = other.unit;
        free = other.free;
        publishedOf = other.publishedOf;
        takeOver(other);
    }

    private void takeOver(Reach other) {
        values = new TreeMap<>(other.values);
        rows = new TreeMap<>();
        other.rows.forEach((cell, row) -> rows.put(cell, new TreeMap<>(row)));
        least = new HashMap<>(other.least);
        most = new HashMap<>(other.most);
    }
}
