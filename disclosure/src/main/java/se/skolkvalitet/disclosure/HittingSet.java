package se.skolkvalitet.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A choice of cells that has one of each of some sets, as cheap as it is found. Sets may be added at any time.
 *
 * <p>It is a local search that gives weight to what is hard to hit, after C. Gao, X. Yao, T. Weise and J. Li, "An efficient local
 * search heuristic with row weighting for the unicost set covering problem", European Journal of Operational Research
 * 246(3), 2015; with costs. Time and again it gives up cells until it is cheaper than the best choice, and takes a cell of
 * a set that is not hit, until all are. What is given up comes back only when something about it has changed.
 */
final class HittingSet {
    private static final long SEED = 20_261_129;
    private static final int NONE = -1;
    private static final long NEVER = -1;

    private final long[] costs;
    private final List<List<Target>> targetsOf = new ArrayList<>();
    private final List<Target> missed = new ArrayList<>();
    private final boolean[] isChosen;
    private final long[] weightAtStake;
    private final long[] changedAt;
    private final long[] givenUpAt;
    private final int[] chosen;
    private final int[] placeInChosen;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private int chosenCount;
    private long cost;
    private long now;
    private int justTaken = NONE;
    private BitSet best = new BitSet();
    private long leastCost;

    /** A set of which one has to be chosen. */
    private static final class Target {
        private final int[] cells;
        private long weight = 1;
        private int hits;

        /** The chosen cells, taken together by exclusive or: where there is one, this one. */
        private int hitBy;

        private int placeInMissed;
        private long changedAt;

        private Target(int[] cells) {
            this.cells = cells;
        }
    }

    /** @param costs of the cells, over zero of those that are in any set */
    HittingSet(long[] costs) {
        this.costs = costs.clone();
        isChosen = new boolean[costs.length];
        weightAtStake = new long[costs.length];
        changedAt = new long[costs.length];
        givenUpAt = new long[costs.length];
        letAllComeBack();
        chosen = new int[costs.length];
        placeInChosen = new int[costs.length];
        IntStream.range(0, costs.length).forEach(cell -> targetsOf.add(new ArrayList<>()));
    }

    /** Cheap, not the cheapest for sure; it hits what had been added when it was last improved. */
    BitSet best() {
        return (BitSet) best.clone();
    }

    /** Of the best choice. */
    long cost() {
        return leastCost;
    }

    /** Whether the cell is in the choice that is the best. */
    boolean has(int cell) {
        return best.get(cell);
    }

    /** Of the sets that are not hit, the weight of those that the cell is in, for what it costs. */
    double worth(int cell) {
        return isChosen[cell] ? 0 : weightAtStake[cell] / (double) costs[cell];
    }

    /** @param cells one of which has to be chosen */
    void add(OneOf cells) {
        Target target = new Target(cells.cells());
        for (int cell : target.cells) {
            targetsOf.get(cell).add(target);
            if (isChosen[cell]) {
                target.hits++;
                target.hitBy ^= cell;
            }
        }
        if (target.hits == 0) {
            miss(target);
            changeStakes(target, target.weight, NONE);
        } else if (target.hits == 1) {
            weightAtStake[target.hitBy] += target.weight;
        }
    }

    /** Makes it hit all sets, and looks for what is cheaper. */
    void improve(int steps) {
        leastCost = Long.MAX_VALUE;
        while (!missed.isEmpty()) {
            take(worthiest(missed.get(random.nextInt(missed.size())), true));
        }
        keepIfAllAreHit();
        for (int step = 0; step < steps && leastCost > 0; step++) {
            giveUpLeastMissed();
            int cell = worthiestOfOneThatIsMissed();
            while (chosenCount > 0 && !isCheaperWith(cell)) {
                giveUpLeastMissed();
            }
            do {
                take(cell);
                justTaken = cell;
                cell = missed.isEmpty() ? NONE : worthiestOfOneThatIsMissed();
            } while (cell != NONE && isCheaperWith(cell));
            missed.forEach(this::makeHeavier);
            keepIfAllAreHit();
        }
        goBackToBest();
    }

    private void giveUpLeastMissed() {
        if (chosenCount > 0) {
            giveUp(leastMissed());
        }
    }

    private boolean isCheaperWith(int cell) {
        return cost + costs[cell] < leastCost;
    }

    /** One that may come back, or any where none may. */
    private int worthiestOfOneThatIsMissed() {
        Target target = missed.get(random.nextInt(missed.size()));
        int cell = worthiest(target, false);
        return cell == NONE ? worthiest(target, true) : cell;
    }

    /** And goes on without one more. */
    private void keepIfAllAreHit() {
        if (missed.isEmpty()) {
            // What is needless is given up first, whichever it is.
            justTaken = NONE;
        }
        while (missed.isEmpty() && chosenCount > 0) {
            int cell = leastMissed();
            if (weightAtStake[cell] > 0) {
                keep();
            }
            giveUp(cell);
        }
        if (missed.isEmpty()) {
            keep();
        }
    }

    private void keep() {
        if (cost < leastCost) {
            leastCost = cost;
            best = new BitSet();
            IntStream.range(0, chosenCount).forEach(i -> best.set(chosen[i]));
        }
    }

    private void goBackToBest() {
        for (int i = chosenCount - 1; i >= 0; i--) {
            if (!best.get(chosen[i])) {
                giveUp(chosen[i]);
            }
        }
        best.stream().filter(cell -> !isChosen[cell]).forEach(this::take);
        letAllComeBack();
    }

    private void letAllComeBack() {
        Arrays.fill(givenUpAt, NEVER);
    }

    private void makeHeavier(Target target) {
        target.weight++;
        changeStakes(target, 1, NONE);
    }

    private void take(int cell) {
        isChosen[cell] = true;
        cost += costs[cell];
        placeInChosen[cell] = chosenCount;
        chosen[chosenCount++] = cell;
        changedAt[cell] = ++now;
        long alone = 0;
        for (Target target : targetsOf.get(cell)) {
            change(target, cell);
            target.hits++;
            if (target.hits == 1) {
                hit(target);
                alone += target.weight;
                changeStakes(target, -target.weight, cell);
            } else if (target.hits == 2) {
                weightAtStake[target.hitBy ^ cell] -= target.weight;
            }
        }
        weightAtStake[cell] = alone;
    }

    private void giveUp(int cell) {
        isChosen[cell] = false;
        cost -= costs[cell];
        int last = chosen[--chosenCount];
        chosen[placeInChosen[cell]] = last;
        placeInChosen[last] = placeInChosen[cell];
        changedAt[cell] = ++now;
        long missing = 0;
        for (Target target : targetsOf.get(cell)) {
            change(target, cell);
            target.hits--;
            if (target.hits == 0) {
                miss(target);
                missing += target.weight;
                changeStakes(target, target.weight, cell);
            } else if (target.hits == 1) {
                weightAtStake[target.hitBy] += target.weight;
            }
        }
        weightAtStake[cell] = missing;
        givenUpAt[cell] = now;
    }

    private void miss(Target target) {
        target.placeInMissed = missed.size();
        missed.add(target);
    }

    private void hit(Target target) {
        Target last = missed.remove(missed.size() - 1);
        if (last != target) {
            missed.set(target.placeInMissed, last);
            last.placeInMissed = target.placeInMissed;
        }
    }

    private void changeStakes(Target target, long by, int except) {
        for (int cell : target.cells) {
            if (cell != except) {
                weightAtStake[cell] += by;
            }
        }
    }

    private void change(Target target, int cell) {
        target.hitBy ^= cell;
        target.changedAt = now;
    }

    /** Whether something about it has changed since it was given up. */
    private boolean mayComeBack(int cell) {
        for (Target target : targetsOf.get(cell)) {
            if (target.changedAt > givenUpAt[cell]) {
                return true;
            }
        }
        return false;
    }

    /** The chosen cell without which least would be missed, for what it costs; not the one that has just been taken. */
    private int leastMissed() {
        int least = NONE;
        for (int i = 0; i < chosenCount; i++) {
            int cell = chosen[i];
            if (cell != justTaken && (least == NONE || isWorthMore(least, cell))) {
                least = cell;
            }
        }
        return least == NONE ? justTaken : least;
    }

    /** The cell of a set that hits most, for what it costs; none where none may come back. */
    private int worthiest(Target target, boolean anyMay) {
        int best = NONE;
        for (int cell : target.cells) {
            if ((best == NONE || isWorthMore(cell, best)) && (anyMay || mayComeBack(cell))) {
                best = cell;
            }
        }
        return best;
    }

    /** Of two that are worth as much, the one that has stayed as it is for longer is to change. */
    private boolean isWorthMore(int one, int other) {
        long more = weightAtStake[one] * costs[other] - weightAtStake[other] * costs[one];
        if (more != 0) {
            return more > 0;
        }
        return isChosen[one] ? changedAt[one] > changedAt[other] : changedAt[one] < changedAt[other];
    }
}
