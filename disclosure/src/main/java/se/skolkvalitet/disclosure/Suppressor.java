package se.skolkvalitet.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Withholds cells of a table at as little cost as it can find, so that no primary cell follows from what is published, and
 * each is as uncertain as it has to be. Free cells are published one by one unless one exposes a primary cell (the way of
 * Langsrud's GaussSuppression): once the dearest and largest first, and once first those that it hardly ever pays to withhold
 * at the prices of the {@link LowerBound}. From the cheaper of the two a search opens the table again here and there: it
 * withholds what shows a change, and publishes what may be published about it in another order. It keeps what is cheaper,
 * and at first now and then what is a little dearer. The same table gives the same answer.
 */
public final class Suppressor {
    private static final long SEED = 20_261_129;
    private static final double WARMTH = 0.3;
    private static final double LEAST_WARMTH = 0.006;
    private static final int MOST_OPENED = 3;
    private static final int ROWS_LOOKED_AT = 10;
    private static final int MOST_SHOWN = 8;
    private static final int MOST_WIDENED = 200;
    private static final int ROUNDS = 20;
    private static final int GRADES = 20;

    private final Table table;
    private final NullSpace space;
    private final Widening widening;
    private final Set<BitSet> widened = new HashSet<>();
    private final Random random = new Random(SEED);
    private long cost;
    private BitSet best;
    private long leastCost;

    private Suppressor(Table table) {
        this.table = table;
        this.space = new NullSpace(table);
        this.widening = Widening.asAsked(table);
    }

    /** @param moves how often the search opens each part of the table again that has no equation in common with others */
    public static Suppression suppress(Table table, int moves) {
        BitSet withheld = table.primaries();
        Block.of(table).forEach(block -> withheld.or(block.inWhole(withheld(block.table(), moves))));
        return new Suppression(withheld, table.costOf(withheld));
    }

    private static BitSet withheld(Table table, int moves) {
        Suppressor largestFirst = new Suppressor(table);
        largestFirst.publishInOrder(new double[table.cells().size()]);
        Suppressor suppressor = largestFirst;
        if (moves > 0 && largestFirst.cost > 0) {
            Bounding bounding = new Bounding(table);
            bounding.bound(largestFirst.cost, ROUNDS);
            Suppressor guided = new Suppressor(table);
            guided.publishInOrder(bounding.often());
            suppressor = guided.cost < largestFirst.cost ? guided : largestFirst;
        }
        return suppressor.search(moves);
    }

    /** First those that are seldom withheld, and of those the dearest and largest. */
    private void publishInOrder(double[] often) {
        List<Integer> free = new ArrayList<>();
        for (int cell = 0; cell < table.cells().size(); cell++) {
            switch (table.cells().get(cell).kind()) {
                case OPEN -> space.reveal(cell);
                case FREE -> free.add(cell);
                case PRIMARY -> {}
            }
        }
        free.sort(Comparator.comparingLong((Integer cell) -> Math.round(often[cell] * GRADES))
                .thenComparing(table.dearestAndLargestFirst()));
        cost = free.stream().mapToLong(this::costOf).sum();
        free.forEach(this::publish);
    }

    private void publish(int cell) {
        if (space.publish(cell)) {
            cost -= costOf(cell);
        }
    }

    private long costOf(int cell) {
        return table.cells().get(cell).cost();
    }

    private BitSet withheld() {
        BitSet withheld = new BitSet();
        for (int cell = 0; cell < table.cells().size(); cell++) {
            withheld.set(cell, space.isWithheld(cell));
        }
        return withheld;
    }

    private BitSet search(int moves) {
        keep(withheld());
        // A move is dearer or cheaper by whole cells: warmth is in units of a cell of average cost.
        long cells =
                best.stream().filter(cell -> table.cells().get(cell).isFree()).count();
        double unit = leastCost / (double) Math.max(1, cells);
        for (int move = 0; move < moves && leastCost > 0; move++) {
            double warmth = unit * Math.max(LEAST_WARMTH, WARMTH * (1 - move / (double) moves));
            long before = cost;
            Runnable back = space.mark();
            List<Integer> opened = open(1 + random.nextInt(MOST_OPENED));
            Collections.shuffle(opened, random);
            opened.forEach(this::publish);
            if (cost > before && random.nextDouble() >= StrictMath.exp((before - cost) / warmth)) {
                back.run();
                cost = before;
            } else if (cost < leastCost) {
                publishWhatIsNotNeeded();
                keep(withheld());
            }
        }
        return best;
    }

    /** What has been withheld for long may protect nothing that others do not protect by now. */
    private void publishWhatIsNotNeeded() {
        withheld().stream()
                .filter(cell -> table.cells().get(cell).isFree())
                .boxed()
                .sorted(table.dearestAndLargestFirst())
                .forEach(this::publish);
    }

    /** Keeps what is withheld as the best, where it is cheaper with what makes it wide enough. */
    private void keep(BitSet withheld) {
        BitSet wide = withheld;
        if (widening.isAsked()) {
            if (widened.size() >= MOST_WIDENED || !widened.add(withheld)) {
                return;
            }
            wide = widening.widened(withheld);
        }
        long costOfWide = table.costOf(wide);
        if (best == null || costOfWide < leastCost) {
            leastCost = costOfWide;
            best = wide;
        }
    }

    /** Hides a few changes that lie near each other, and tells which free cells of theirs are withheld now. */
    private List<Integer> open(int changes) {
        Set<Integer> near = new HashSet<>();
        List<Integer> inOrder = new ArrayList<>();
        for (int i = 0; i < changes; i++) {
            int row = leastShown(inOrder);
            if (row >= 0) {
                // Last the basis cell: no other has to take its place then.
                int last = space.basis(row);
                Residues change = space.row(row);
                IntStream.concat(
                                IntStream.range(0, change.size())
                                        .map(change::cell)
                                        .filter(cell -> cell != last),
                                IntStream.of(last))
                        .forEach(cell -> {
                            hide(cell);
                            if (near.add(cell)) {
                                inOrder.add(cell);
                            }
                        });
            }
        }
        inOrder.removeIf(cell -> !table.cells().get(cell).isFree() || !space.isWithheld(cell));
        return inOrder;
    }

    private void hide(int cell) {
        if (!space.isWithheld(cell) && table.cells().get(cell).isFree()) {
            space.withhold(cell);
            cost += costOf(cell);
        }
    }

    /** Of some rows, near those cells where there are any, the one that fewest published cells show; −1 for none. */
    private int leastShown(List<Integer> near) {
        int best = -1;
        int fewest = MOST_SHOWN + 1;
        for (int i = 0; i < ROWS_LOOKED_AT; i++) {
            int row = random.nextInt(space.size());
            if (!near.isEmpty() && i < ROWS_LOOKED_AT * 4 / 5) {
                row = rowWith(near.get(random.nextInt(near.size())), row);
            }
            int shown = shown(row, fewest);
            if (shown > 0 && shown < fewest) {
                fewest = shown;
                best = row;
            }
        }
        return best;
    }

    private int rowWith(int cell, int from) {
        for (int i = 0; i < space.size(); i++) {
            int row = (from + i) % space.size();
            if (!space.isHidden(row) && space.row(row).has(cell)) {
                return row;
            }
        }
        return from;
    }

    /** How many published cells show a row's change; at most so many are counted. An open cell shows it for good. */
    private int shown(int row, int most) {
        Residues change = space.row(row);
        int shown = 0;
        for (int i = 0; i < change.size() && shown < most; i++) {
            if (!space.isWithheld(change.cell(i))) {
                shown += table.cells().get(change.cell(i)).isFree() ? 1 : most;
            }
        }
        return shown;
    }
}
