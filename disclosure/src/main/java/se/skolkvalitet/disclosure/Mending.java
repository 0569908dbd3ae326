package se.skolkvalitet.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.SplittableRandom;

/**
 * A table in which all equations hold, and cells may be over their ends: it takes steps, each of a cell for which no equation is
 * solved, and others follow. A step is taken that mends most of those that mend one of the cells that are over their ends. Such as often are
 * count more (Morris 1993), and now and then a step is any of them (Selman, Kautz and Cohen 1994): so it does not go round in circles.
 */
final class Mending {
    static final long NO_END = Long.MAX_VALUE;
    private static final long SEED = 1;
    private static final int MOST_TRIED = 60;
    private static final double MORE = 0.3;
    private static final int ONE_BY_CHANCE_OF = 100;
    private static final int MOST_MADE_MORE = 20;

    private final WholeRows rows;

    /** How many times each cell is a sum of others, and what it is so many times. */
    private final long[] times;

    private final long[] values;
    private final long[] least;
    private final long[] most;

    /** What a cell is at the least, unless it is zero; zero where it may be anything. */
    private final long[] gaps;

    private final long widestGap;

    /** Cells that may be over their ends, at a price. */
    private final BitSet priced = new BitSet();

    private boolean areGapsTolerated;
    private final Faults faults;
    private final double[] weightsAtFirst;
    private final double[] weights;
    private final BitSet weighty = new BitSet();
    private final SplittableRandom random = new SplittableRandom(SEED);

    /** That a cell, for which no equation is solved, becomes so much more. */
    record Step(int cell, long by) {}

    /**
     * All of them are between their ends, whatever these are, until they are looked at.
     *
     * @param values of each cell so many times as its row says
     */
    Mending(WholeRows rows, long[] values, long[] least, long[] most, long[] gaps) {
        this.rows = rows;
        this.values = values.clone();
        this.least = least.clone();
        this.most = most.clone();
        this.gaps = gaps.clone();
        this.widestGap = Arrays.stream(gaps).max().orElse(0);
        this.times = new long[values.length];
        Arrays.setAll(times, index -> rows.row(index).times());
        this.faults = new Faults(values.length);
        this.weightsAtFirst = new double[values.length];
        this.weights = new double[values.length];
        Arrays.fill(weightsAtFirst, 1);
        Arrays.fill(weights, 1);
    }

    /** How much it counts that a cell is over its ends by one, and whether it may be at that price. While nothing is wrong. */
    void setPrice(int index, double price, boolean isPriced) {
        priced.set(index, isPriced);
        weightsAtFirst[index] = price;
        weights[index] = price;
    }

    /** How much a cell is. */
    long value(int index) {
        return values[index] / times[index];
    }

    long least(int index) {
        return least[index];
    }

    long most(int index) {
        return most[index];
    }

    /** Between which ends a cell should be from now on. */
    void setEnds(int index, long from, long to) {
        least[index] = from > 0 ? Math.max(from, gaps[index]) : from;
        most[index] = to < gaps[index] ? Math.min(to, 0) : to;
        note(index);
    }

    long widestGap() {
        return widestGap;
    }

    /** Whether there is anything between its ends. */
    boolean canBe(int index) {
        return least[index] <= most[index];
    }

    Faults faults() {
        return faults;
    }

    /** Looks at all cells. */
    void noteAll() {
        for (int index = 0; index < values.length; index++) {
            note(index);
        }
    }

    private void note(int index) {
        long fault = fault(index, values[index]);
        faults.set(index, fault, fault > 0 && isPriced(index));
    }

    private boolean isPriced(int index) {
        return priced.get(index) || areGapsTolerated && isInGap(index, values[index]);
    }

    /** From now on a cell may be in its gap, at a price. */
    void tolerateGaps() {
        areGapsTolerated = true;
    }

    /** From now on a cell may be anything between its ends. */
    void forgetGap(int index) {
        gaps[index] = 0;
    }

    /** Where it is, to come back to it. */
    long[] place() {
        return values.clone();
    }

    /** The cells that are other than at some place, by their indices. */
    BitSet changed(long[] place) {
        BitSet changed = new BitSet();
        for (int index = 0; index < values.length; index++) {
            changed.set(index, values[index] != place[index]);
        }
        return changed;
    }

    /** To where it was, when nothing was over these ends. */
    void comeBack(long[] place, long[] from, long[] to) {
        System.arraycopy(place, 0, values, 0, values.length);
        System.arraycopy(from, 0, least, 0, least.length);
        System.arraycopy(to, 0, most, 0, most.length);
        faults.clear();
    }

    /**
     * @param taken to which the steps are added
     * @return whether nothing is wrong any more
     */
    boolean mend(int steps, Deque<Step> taken) {
        Step last = null;
        for (int i = 0; i < steps && !faults.areNone(); i++) {
            last = best(last);
            if (last != null) {
                take(last);
                taken.push(last);
            }
        }
        return faults.areNone();
    }

    /** What has been over its ends often counts no more for it. */
    void forgetWeights() {
        weighty.stream().forEach(heavy -> weights[heavy] = weightsAtFirst[heavy]);
        weighty.clear();
    }

    /** The step that mends most of those that mend a cell that is wrong; null where it would only take back the last. */
    Step best(Step last) {
        int index = faults.any(random);
        WholeRows.Row row = rows.row(index);
        BestStep best = new BestStep(last);
        long missing = -farther(index, values[index]);
        boolean isInGap = missing != 0 && isInGap(index, values[index]);
        boolean some = row.others().length > MOST_TRIED;
        for (int i = 0; i < Math.min(row.others().length, MOST_TRIED); i++) {
            int term = some ? random.nextInt(row.others().length) : i;
            int cell = row.others()[term];
            long factor = row.factors()[term];
            long enough = enough(missing, factor);
            best.consider(cell, enough);
            if (missing == 0) {
                // It is not whole: either way may make it so.
                best.consider(cell, -enough);
            } else if (Math.abs(enough) > 1) {
                best.consider(cell, Long.signum(enough));
            }
            if (isInGap) {
                best.consider(cell, enough(missing - Long.signum(missing) * gaps[index] * times[index], factor));
            }
        }
        if (best.isNone() || best.worse < 0) {
            return best.step();
        }
        for (int i = 0; i < Math.min(faults.count(), MOST_MADE_MORE); i++) {
            weights[faults.get(i)] += MORE;
            weighty.set(faults.get(i));
        }
        return best.step();
    }

    /** The least step that makes as much as is missing. */
    private static long enough(long missing, long factor) {
        if (missing == 0) {
            return 1;
        }
        return Long.signum(missing) * Long.signum(factor) * ((Math.abs(missing) - 1) / Math.abs(factor) + 1);
    }

    /** The one of some steps after which least is wrong; of those that are as good, one by chance; now and then, one by chance of all. */
    private final class BestStep {
        private final Step last;
        private final boolean isByChance = random.nextInt(ONE_BY_CHANCE_OF) == 0;
        private int cell;
        private long by;
        private double worse;
        private int same;

        private BestStep(Step last) {
            this.last = last;
        }

        /** But for one that only takes back the last. */
        private void consider(int another, long byAnother) {
            if (last != null && last.cell() == another && Long.signum(last.by()) == -Long.signum(byAnother)) {
                return;
            }
            double worseByAnother = isByChance ? 0 : worse(another, byAnother);
            if (same == 0 || worseByAnother < worse) {
                same = 1;
            } else if (worseByAnother > worse || random.nextInt(++same) > 0) {
                return;
            }
            cell = another;
            by = byAnother;
            worse = worseByAnother;
        }

        private boolean isNone() {
            return same == 0;
        }

        private Step step() {
            return isNone() ? null : new Step(cell, by);
        }
    }

    private double worse(int cell, long by) {
        double worse = 0;
        int[] followers = rows.followers(cell);
        long[] rates = rows.rates(cell);
        for (int i = 0; i < followers.length; i++) {
            int follower = followers[i];
            worse += weights[follower] * (fault(follower, values[follower] + rates[i] * by) - faults.far(follower));
        }
        return worse;
    }

    void take(Step step) {
        int[] followers = rows.followers(step.cell());
        long[] rates = rows.rates(step.cell());
        for (int i = 0; i < followers.length; i++) {
            values[followers[i]] += rates[i] * step.by();
            note(followers[i]);
        }
    }

    /** How far a value is over an end, and whether it is not whole. */
    private long fault(int index, long value) {
        return Math.abs(farther(index, value)) + (times[index] == 1 || value % times[index] == 0 ? 0 : 1);
    }

    /** How far a value is over the most that it may be, or, below zero, under the least. */
    private long farther(int index, long value) {
        if (value < least[index] * times[index]) {
            return value - least[index] * times[index];
        }
        if (most[index] != NO_END && value > most[index] * times[index]) {
            return value - most[index] * times[index];
        }
        return isInGap(index, value) ? nearest(value, value - gaps[index] * times[index]) : 0;
    }

    /** Between its ends, where it has any, but where nothing is. */
    private boolean isInGap(int index, long value) {
        return value > 0 && value < gaps[index] * times[index];
    }

    private static long nearest(long over, long under) {
        return over <= -under ? over : under;
    }
}
