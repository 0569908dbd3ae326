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
    private static final long SEED = 1;
    private static final int MOST_TRIED = 60;
    private static final double MORE = 0.3;
    private static final int ONE_BY_CHANCE_OF = 100;
    private static final int MOST_MADE_MORE = 20;

    private final WholeRows rows;

    private final CellsWithEnds cells;
    private final long widestGap;

    /** Cells that may be over their ends, at a price. */
    private final BitSet priced = new BitSet();

    private boolean areGapsTolerated;
    private final Faults faults;
    private final double[] weightsAtFirst;
    private final BitSet weighty = new BitSet();
    private final SplittableRandom random = new SplittableRandom(SEED);

    /** That a cell, for which no equation is solved, becomes so much more. */
    record Step(int cell, long by) {}

    /**
     * All of them are between their ends, whatever these are, until they are looked at.
     *
     * @param values of each cell so many times as its row says
     * @param gaps what a cell is at the least, unless it is zero; zero where it may be anything
     */
    Mending(WholeRows rows, long[] values, long[] least, long[] most, long[] gaps) {
        this.rows = rows;
        this.cells = new CellsWithEnds(rows, values, least, most, gaps);
        this.widestGap = Arrays.stream(gaps).max().orElse(0);
        this.faults = new Faults(values.length);
        this.weightsAtFirst = new double[values.length];
        Arrays.fill(weightsAtFirst, 1);
    }

    /** How much it counts that a cell is over its ends by one, and whether it may be at that price. While nothing is wrong. */
    void setPrice(int index, double price, boolean isPriced) {
        priced.set(index, isPriced);
        weightsAtFirst[index] = price;
        cells.setWeight(index, price);
    }

    /** How much a cell is. */
    long value(int index) {
        return cells.value(index) / cells.times(index);
    }

    long least(int index) {
        return cells.least(index);
    }

    long most(int index) {
        return cells.most(index);
    }

    /** Between which ends a cell should be from now on. */
    void setEnds(int index, long from, long to) {
        long gap = cells.gap(index) / cells.times(index);
        cells.setEnds(index, from > 0 ? Math.max(from, gap) : from, to < gap ? Math.min(to, 0) : to);
        note(index);
    }

    long widestGap() {
        return widestGap;
    }

    /** Whether there is anything between its ends. */
    boolean canBe(int index) {
        return least(index) <= most(index);
    }

    Faults faults() {
        return faults;
    }

    /** Looks at all cells. */
    void noteAll() {
        for (int index = 0; index < cells.size(); index++) {
            note(index);
        }
    }

    private void note(int index) {
        long fault = cells.fault(index);
        cells.setFar(index, fault);
        faults.set(index, fault, fault > 0 && isPriced(index));
    }

    private boolean isPriced(int index) {
        return priced.get(index) || areGapsTolerated && cells.isInGap(index);
    }

    /** From now on a cell may be in its gap, at a price. */
    void tolerateGaps() {
        areGapsTolerated = true;
    }

    /** From now on a cell may be anything between its ends. */
    void forgetGap(int index) {
        cells.forgetGap(index);
    }

    /** Where it is, to come back to it. */
    long[] place() {
        return cells.values();
    }

    /** The cells that are other than at some place, by their indices. */
    BitSet changed(long[] place) {
        return cells.other(place);
    }

    /** To where it was, when nothing was over these ends. */
    void comeBack(long[] place, long[] from, long[] to) {
        cells.setValues(place);
        for (int index = 0; index < cells.size(); index++) {
            cells.setEnds(index, from[index], to[index]);
        }
        faults.stream().forEach(index -> cells.setFar(index, 0));
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
        weighty.stream().forEach(heavy -> cells.setWeight(heavy, weightsAtFirst[heavy]));
        weighty.clear();
    }

    /** The step that mends most of those that mend a cell that is wrong; null where it would only take back the last. */
    Step best(Step last) {
        int index = faults.any(random);
        WholeRows.Row row = rows.row(index);
        BestStep best = new BestStep(last);
        long missing = -cells.farther(index);
        boolean isInGap = missing != 0 && cells.isInGap(index);
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
                best.consider(cell, enough(missing - Long.signum(missing) * cells.gap(index), factor));
            }
        }
        if (best.isNone() || best.worse < 0) {
            return best.step();
        }
        for (int i = 0; i < Math.min(faults.count(), MOST_MADE_MORE); i++) {
            cells.setWeight(faults.get(i), cells.weight(faults.get(i)) + MORE);
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
            worse += cells.worse(followers[i], rates[i] * by);
        }
        return worse;
    }

    void take(Step step) {
        int[] followers = rows.followers(step.cell());
        long[] rates = rows.rates(step.cell());
        for (int i = 0; i < followers.length; i++) {
            cells.add(followers[i], rates[i] * step.by());
            note(followers[i]);
        }
    }
}
