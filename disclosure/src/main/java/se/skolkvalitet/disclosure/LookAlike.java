package se.skolkvalitet.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * A table of whole numbers that looks the same as the true one to everybody who sees what is published, and knows between which
 * ends a withheld cell lies. It goes from one such table to another by a local search: what is over its ends is mended.
 */
final class LookAlike {
    private static final int FIRST_STEPS_FOR_EACH_CELL = 200;

    private final WholeRows rows;
    private final int decimals;

    /** What everybody knows a cell to be at the least and at the most. */
    private final long[] leastKnown;

    private final long[] mostKnown;

    /** The true table: of each cell so many times as its row says. */
    private final long[] home;

    private final Mending mending;

    private LookAlike(Table table, WholeRows rows, int decimals) {
        this.rows = rows;
        this.decimals = decimals;
        int size = rows.size();
        leastKnown = new long[size];
        mostKnown = new long[size];
        home = new long[size];
        long[] published = new long[size];
        long[] gaps = new long[size];
        for (int index = 0; index < size; index++) {
            know(table, index);
            home[index] = Math.multiplyExact(rows.row(index).times(), inUnits(value(table, index)));
            published[index] = published(table, index);
            gaps[index] = inUnits(table.leastUnlessNone(rows.cell(index)));
        }
        mending = new Mending(rows, published, leastKnown, mostKnown, gaps);
    }

    /** What everybody knows. */
    private void know(Table table, int index) {
        int cell = rows.cell(index);
        leastKnown[index] = inUnits(table.least(cell));
        mostKnown[index] = table.most(cell).map(this::inUnits).orElse(CellsWithEnds.NO_END);
    }

    /** That it is as in the true table. */
    private void know(int index) {
        leastKnown[index] = home[index] / rows.row(index).times();
        mostKnown[index] = leastKnown[index];
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
        goHome();
        mending.noteAll();
        if (!mending.faults().areNone()) {
            return false;
        }
        for (int index = 0; index < home.length; index++) {
            double price = prices.applyAsDouble(rows.cell(index));
            if (price > 0) {
                mending.setPrice(index, price, true);
                know(index);
            }
        }
        goHome();
        return true;
    }

    /** From now on these are as they are in the true table: somebody knows them. */
    void fix(BitSet cells) {
        cells.stream().map(rows::index).forEach(index -> {
            know(index);
            mending.setEnds(index, leastKnown[index], mostKnown[index]);
        });
    }

    /** From now on these may change, without a price. */
    void release(Table table, BitSet cells) {
        cells.stream().map(rows::index).forEach(index -> {
            mending.setPrice(index, 1, false);
            know(table, index);
            mending.setEnds(index, leastKnown[index], mostKnown[index]);
        });
    }

    /** Back to the true table. */
    void goHome() {
        comeBack(home);
    }

    /** The cells that differ from the true table. */
    BitSet changed() {
        return cells(mending.changed(home).stream());
    }

    private BitSet cells(IntStream indices) {
        BitSet cells = new BitSet();
        indices.map(rows::cell).forEach(cells::set);
        return cells;
    }

    private boolean begin() {
        for (int index = 0; index < home.length; index++) {
            if (rows.row(index).isOf(index)) {
                mending.take(new Mending.Step(index, leastKnown[index]));
            }
        }
        mending.noteAll();
        boolean found = mending.mend(FIRST_STEPS_FOR_EACH_CELL * home.length, new ArrayDeque<>());
        mending.forgetWeights();
        return found;
    }

    /** From now on it may come to where cells are in their gaps, at a price: to be told by {@link #cheapest}. */
    void tolerateGaps() {
        mending.tolerateGaps();
    }

    /** From now on these may be anything between their ends. */
    void forgetGaps(BitSet cells) {
        cells.stream().map(rows::index).forEach(mending::forgetGap);
    }

    /** Over which a cell has to jump that changes at all; zero where there is none. */
    long widestGap() {
        return mending.widestGap();
    }

    /** In units, of the last decimal that is published. */
    long value(int index) {
        return mending.value(index);
    }

    BigDecimal decimal(long units) {
        return BigDecimal.valueOf(units, decimals);
    }

    WholeRows rows() {
        return rows;
    }

    /** Where it is, to come back to it. */
    long[] place() {
        return mending.place();
    }

    /** To where it was; no cell is held there any more. */
    void comeBack(long[] place) {
        mending.comeBack(place, leastKnown, mostKnown);
    }

    /**
     * Goes to where a cell has so much at the least, and keeps it there; where it finds nothing, it stays where it is.
     *
     * @param steps that it takes at most
     */
    boolean holdOver(int index, long from, int steps) {
        return hold(index, Math.max(from, mending.least(index)), mending.most(index), steps);
    }

    /** The same where a cell has so much at the most. */
    boolean holdUnder(int index, long to, int steps) {
        return hold(index, mending.least(index), Math.min(to, mending.most(index)), steps);
    }

    private boolean hold(int index, long from, long to, int steps) {
        long leastBefore = mending.least(index);
        long mostBefore = mending.most(index);
        mending.setEnds(index, from, to);
        Deque<Mending.Step> taken = new ArrayDeque<>();
        boolean found = mending.canBe(index) && mending.mend(steps, taken);
        mending.forgetWeights();
        if (!found) {
            taken.forEach(step -> mending.take(new Mending.Step(step.cell(), -step.by())));
            mending.setEnds(index, leastBefore, mostBefore);
        }
        return found;
    }

    /**
     * Looks for a table in which a cell has from so much to so much, and as little as can be has changed of what has a price. It
     * stays where it is, at the true table.
     *
     * @param from more than the cell has, or
     * @param to less
     * @return the cells that have a price and change, or are in their gaps; empty where it finds none
     */
    Optional<BitSet> cheapest(int index, long from, long to, int steps, ToLongFunction<BitSet> cost) {
        Optional<BitSet> best = Optional.empty();
        long leastCost = Long.MAX_VALUE;
        Faults faults = mending.faults();
        mending.setEnds(index, Math.max(from, mending.least(index)), Math.min(to, mending.most(index)));
        Mending.Step last = null;
        for (int i = 0; i < steps && mending.canBe(index) && !faults.areNone(); i++) {
            last = mending.best(last);
            if (last != null) {
                mending.take(last);
            }
            if (faults.arePriced()) {
                BitSet changed = cells(faults.stream());
                if (cost.applyAsLong(changed) < leastCost) {
                    best = Optional.of(changed);
                    leastCost = cost.applyAsLong(changed);
                }
            }
        }
        mending.forgetWeights();
        goHome();
        return best;
    }
}
