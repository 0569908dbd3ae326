package se.skolkvalitet.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * A table of whole numbers that looks the same as the true one to everybody who sees what is published, and knows between which
 * ends a withheld cell lies. It goes from one such table to another by a local search: a cell for which no equation is
 * solved takes a step, others follow, so that all equations hold; and where that takes some over their ends, another takes a step that
 * mends most. Cells that are often over their ends count more (Morris 1993).
 */
final class LookAlike {
    private static final long SEED = 1;
    private static final long NO_END = Long.MAX_VALUE;
    private static final int FIRST_STEPS_FOR_EACH_CELL = 200;
    private static final int MOST_TRIED = 60;
    private static final double MORE = 0.3;
    private static final int MOST_MADE_MORE = 20;

    private final WholeRows rows;
    private final int decimals;
    private final long[] least;
    private final long[] most;

    /** What everybody knows a cell to be at the least and at the most, while it is held more narrowly. */
    private final long[] leastKnown;

    private final long[] mostKnown;

    /** Of each cell so many times as its row says. */
    private final long[] values;

    /** Those of the true table. */
    private final long[] home;

    /** Cells that are not over their ends but at a price. */
    private final BitSet priced = new BitSet();

    private final BitSet wrong = new BitSet();
    private final double[] weightsAtFirst;
    private final double[] weights;
    private final BitSet weighty = new BitSet();
    private final Random random = new Random(SEED);

    /** That a cell, for which no equation is solved, becomes so much more. */
    private record Step(int cell, long by) {
        boolean takesBack(Step other) {
            return other != null && other.cell == cell && Long.signum(other.by) == -Long.signum(by);
        }
    }

    private LookAlike(Table table, WholeRows rows, int decimals) {
        this.rows = rows;
        this.decimals = decimals;
        int size = rows.size();
        least = new long[size];
        most = new long[size];
        values = new long[size];
        home = new long[size];
        weightsAtFirst = new double[size];
        weights = new double[size];
        Arrays.fill(weightsAtFirst, 1);
        Arrays.fill(weights, 1);
        for (int index = 0; index < size; index++) {
            int cell = rows.cell(index);
            least[index] = inUnits(table.least(cell));
            most[index] = table.most(cell).map(this::inUnits).orElse(NO_END);
        }
        leastKnown = least.clone();
        mostKnown = most.clone();
        for (int index = 0; index < size; index++) {
            values[index] = published(table, index);
            home[index] = Math.multiplyExact(rows.row(index).times(), inUnits(value(table, index)));
        }
    }

    /** Comes to a table that nothing but what is published tells; empty where it finds none. */
    static Optional<LookAlike> of(Table table, Incidence incidence, BitSet withheld) {
        return WholeRows.of(table, incidence, withheld)
                .flatMap(rows -> inWholeNumbers(table, rows, table.decimals(withheld)))
                .filter(LookAlike::begin);
    }

    /**
     * At the true table, for whoever knows it.
     *
     * @param decimals of what is published
     * @param prices of what should not change unless it has to; zero of what may
     */
    static Optional<LookAlike> ofTruth(
            Table table, Incidence incidence, BitSet unknown, int decimals, IntToDoubleFunction prices) {
        return WholeRows.of(table, incidence, unknown)
                .flatMap(rows -> inWholeNumbers(table, rows, decimals))
                .filter(found -> found.beginAtHome(prices));
    }

    private static Optional<LookAlike> inWholeNumbers(Table table, WholeRows rows, int decimals) {
        try {
            return Optional.of(new LookAlike(table, rows, decimals));
        } catch (ArithmeticException e) {
            // They have more decimals than what is published, or more digits than there is room for.
            return Optional.empty();
        }
    }

    private long inUnits(BigDecimal value) {
        return value.movePointRight(decimals).longValueExact();
    }

    /** How many units are enough. */
    long unitsFor(BigDecimal value) {
        return value.movePointRight(decimals).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    /** What a cell has of what is published: the same of all tables that look the same, so that nothing is told of the true one. */
    private long published(Table table, int index) {
        WholeRows.Row row = rows.row(index);
        BigDecimal published = value(table, index).multiply(BigDecimal.valueOf(row.times()));
        for (int term = 0; term < row.others().length; term++) {
            published = published.subtract(
                    value(table, row.others()[term]).multiply(BigDecimal.valueOf(row.factors()[term])));
        }
        return inUnits(published);
    }

    private BigDecimal value(Table table, int index) {
        return table.cells().get(rows.cell(index)).value();
    }

    private boolean beginAtHome(IntToDoubleFunction prices) {
        System.arraycopy(home, 0, values, 0, values.length);
        noteAll();
        for (int index = 0; index < values.length; index++) {
            double price = prices.applyAsDouble(rows.cell(index));
            if (price > 0) {
                priced.set(index);
                leastKnown[index] = home[index] / rows.row(index).times();
                mostKnown[index] = leastKnown[index];
                weightsAtFirst[index] = price;
                weights[index] = price;
            }
        }
        goHome();
        return wrong.isEmpty();
    }

    /** From now on these are as they are in the true table: somebody knows them. */
    void fix(BitSet cells) {
        cells.stream().map(rows::index).forEach(index -> {
            leastKnown[index] = home[index] / rows.row(index).times();
            mostKnown[index] = leastKnown[index];
            least[index] = leastKnown[index];
            most[index] = mostKnown[index];
        });
    }

    /** From now on these may change, without a price. */
    void release(Table table, BitSet cells) {
        cells.stream().forEach(cell -> {
            int index = rows.index(cell);
            priced.clear(index);
            weightsAtFirst[index] = 1;
            weights[index] = 1;
            leastKnown[index] = inUnits(table.least(cell));
            mostKnown[index] = table.most(cell).map(this::inUnits).orElse(NO_END);
            least[index] = leastKnown[index];
            most[index] = mostKnown[index];
        });
    }

    /** Back to the true table. */
    void goHome() {
        comeBack(home);
    }

    /** The cells that differ from the true table. */
    BitSet changed() {
        BitSet changed = new BitSet();
        for (int index = 0; index < values.length; index++) {
            if (values[index] != home[index]) {
                changed.set(rows.cell(index));
            }
        }
        return changed;
    }

    private void noteAll() {
        for (int index = 0; index < values.length; index++) {
            note(index);
        }
    }

    private boolean begin() {
        for (int index = 0; index < values.length; index++) {
            if (rows.row(index).isOf(index)) {
                take(new Step(index, least[index]));
            }
        }
        noteAll();
        boolean found = mend(FIRST_STEPS_FOR_EACH_CELL * values.length, new ArrayDeque<>());
        forgetWeights();
        return found;
    }

    /** In units, of the last decimal that is published. */
    long value(int index) {
        return values[index] / rows.row(index).times();
    }

    BigDecimal decimal(long units) {
        return BigDecimal.valueOf(units, decimals);
    }

    WholeRows rows() {
        return rows;
    }

    /** Where it is, to come back to it. */
    long[] place() {
        return values.clone();
    }

    /** To where it was; no cell is held there any more. */
    void comeBack(long[] place) {
        System.arraycopy(place, 0, values, 0, values.length);
        System.arraycopy(leastKnown, 0, least, 0, least.length);
        System.arraycopy(mostKnown, 0, most, 0, most.length);
    }

    /**
     * Goes to where a cell has so much at the least, and keeps it there; where it finds nothing, it stays where it is.
     *
     * @param steps that it takes at most
     */
    boolean holdOver(int index, long from, int steps) {
        return hold(index, Math.max(from, least[index]), most[index], steps);
    }

    /** The same where a cell has so much at the most. */
    boolean holdUnder(int index, long to, int steps) {
        return hold(index, least[index], Math.min(to, most[index]), steps);
    }

    private boolean hold(int index, long from, long to, int steps) {
        long leastBefore = least[index];
        long mostBefore = most[index];
        least[index] = from;
        most[index] = to;
        note(index);
        Deque<Step> taken = new ArrayDeque<>();
        boolean found = from <= to && mend(steps, taken);
        forgetWeights();
        if (!found) {
            least[index] = leastBefore;
            most[index] = mostBefore;
            taken.forEach(step -> take(new Step(step.cell(), -step.by())));
            wrong.clear();
        }
        return found;
    }

    private void forgetWeights() {
        weighty.stream().forEach(heavy -> weights[heavy] = weightsAtFirst[heavy]);
        weighty.clear();
    }

    /**
     * Looks for a table in which a cell has from so much to so much, and as little as can be has changed of what has a price. It
     * stays where it is, at the true table.
     *
     * @param from more than the cell has, or
     * @param to less
     * @return the cells that have a price and change; empty where it finds none
     */
    Optional<BitSet> cheapest(int index, long from, long to, int steps, ToLongFunction<BitSet> cost) {
        Optional<BitSet> best = Optional.empty();
        long leastCost = Long.MAX_VALUE;
        least[index] = Math.max(from, least[index]);
        most[index] = Math.min(to, most[index]);
        note(index);
        Step last = null;
        for (int i = 0; i < steps && least[index] <= most[index] && !wrong.isEmpty(); i++) {
            last = best(oneThatIsWrong(), last);
            if (last != null) {
                take(last);
            }
            Optional<BitSet> changed = allAtAPrice();
            if (changed.isPresent() && cost.applyAsLong(changed.get()) < leastCost) {
                best = changed;
                leastCost = cost.applyAsLong(changed.get());
            }
        }
        forgetWeights();
        goHome();
        wrong.clear();
        return best;
    }

    /** The cells that are over their ends; empty where some are not at any price. */
    private Optional<BitSet> allAtAPrice() {
        if (wrong.cardinality() > priced.cardinality() || !wrong.stream().allMatch(priced::get)) {
            return Optional.empty();
        }
        BitSet cells = new BitSet();
        wrong.stream().forEach(index -> cells.set(rows.cell(index)));
        return Optional.of(cells);
    }

    private boolean mend(int steps, Deque<Step> taken) {
        Step last = null;
        for (int i = 0; i < steps && !wrong.isEmpty(); i++) {
            last = best(oneThatIsWrong(), last);
            if (last != null) {
                take(last);
                taken.push(last);
            }
        }
        return wrong.isEmpty();
    }

    private int oneThatIsWrong() {
        int found = wrong.nextSetBit(random.nextInt(wrong.length()));
        return found < 0 ? wrong.nextSetBit(0) : found;
    }

    /** The step that mends most of those that mend a cell; null where it would only take back the last. */
    private Step best(int index, Step last) {
        WholeRows.Row row = rows.row(index);
        Step best = null;
        double least = 0;
        int same = 0;
        boolean some = row.others().length > MOST_TRIED;
        for (int i = 0; i < Math.min(row.others().length, MOST_TRIED); i++) {
            int term = some ? random.nextInt(row.others().length) : i;
            for (long by : steps(-farther(index, values[index]), row.factors()[term])) {
                Step step = new Step(row.others()[term], by);
                if (!step.takesBack(last)) {
                    double worse = worse(step);
                    same = best == null || worse < least ? 1 : worse == least ? same + 1 : same;
                    if (best == null || worse < least || worse == least && random.nextInt(same) == 0) {
                        best = step;
                        least = worse;
                    }
                }
            }
        }
        if (best != null && least >= 0) {
            wrong.stream().limit(MOST_MADE_MORE).forEach(heavy -> {
                weights[heavy] += MORE;
                weighty.set(heavy);
            });
        }
        return best;
    }

    /** One that makes as much of it as is missing, and the least one that makes any; both ways where it is not whole. */
    private static long[] steps(long missing, long factor) {
        if (missing == 0) {
            return new long[] {1, -1};
        }
        long sign = Long.signum(missing) * Long.signum(factor);
        long enough = (Math.abs(missing) - 1) / Math.abs(factor) + 1;
        return enough == 1 ? new long[] {sign} : new long[] {sign * enough, sign};
    }

    private double worse(Step step) {
        double worse = 0;
        int[] followers = rows.followers(step.cell());
        long[] rates = rows.rates(step.cell());
        for (int i = 0; i < followers.length; i++) {
            int follower = followers[i];
            long value = values[follower];
            long next = value + rates[i] * step.by();
            worse += weights[follower] * (fault(follower, next) - fault(follower, value));
        }
        return worse;
    }

    private void take(Step step) {
        int[] followers = rows.followers(step.cell());
        long[] rates = rows.rates(step.cell());
        for (int i = 0; i < followers.length; i++) {
            values[followers[i]] += rates[i] * step.by();
            note(followers[i]);
        }
    }

    private void note(int index) {
        wrong.set(index, fault(index, values[index]) > 0);
    }

    /** How far a value is over an end, and whether it is not whole. */
    private long fault(int index, long value) {
        long times = rows.row(index).times();
        return Math.abs(farther(index, value)) + (times == 1 || value % times == 0 ? 0 : 1);
    }

    /** How far a value is over the most that it may be, or, below zero, under the least. */
    private long farther(int index, long value) {
        long times = rows.row(index).times();
        if (value < least[index] * times) {
            return value - least[index] * times;
        }
        return most[index] != NO_END && value > most[index] * times ? value - most[index] * times : 0;
    }
}
