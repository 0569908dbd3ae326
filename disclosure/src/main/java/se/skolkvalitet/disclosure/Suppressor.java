package se.skolkvalitet.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Withholds cells of a table at as little cost as it can find, so that no primary cell follows from what is published, and
 * each is as uncertain as it has to be.
 *
 * <p>Whatever tells a primary cell is a set of cells one of which has to be withheld. A cheap choice that has one of each of
 * those that are known ({@link HittingSet}) shows what tells primary cells nevertheless, which are further sets, and so on.
 * From a choice with which nothing tells them, nothing cheaper can be had than from the sets alone. On the way each choice is
 * mended at once, and what that makes needless is published: an answer, and more sets. The same table gives the same answer.
 */
public final class Suppressor {
    private static final long SEED = 20_261_129;
    private static final int STEPS = 2_000;
    private static final int STEPS_AT_THE_END = 20_000;

    private final Table table;
    private final NullSpace space;
    private final HittingSet choice;
    private final Widening widening;
    private final BitSet free;
    private final Set<BitSet> known = new HashSet<>();
    private final List<TellingSum> sums = new ArrayList<>();
    private final Random random = new Random(SEED);
    private BitSet best;

    private Suppressor(Table table) {
        this.table = table;
        this.space = new NullSpace(table);
        this.choice =
                new HittingSet(table.cells().stream().mapToLong(Cell::cost).toArray());
        this.widening = Widening.asAsked(table);
        this.free = table.free();
    }

    /** @param tries how many choices it looks at, at most, in each part of the table that has no equation in common with others */
    public static Suppression suppress(Table table, int tries) {
        BitSet withheld = table.primaries();
        Block.of(table)
                .forEach(block ->
                        withheld.or(block.inWhole(of(block.table(), tries).withheld())));
        return new Suppression(withheld, table.costOf(withheld));
    }

    /** @param table in which open cells tell no primary one */
    static Suppressor of(Table table, int tries) {
        Suppressor suppressor = new Suppressor(table);
        suppressor.search(tries);
        return suppressor;
    }

    BitSet withheld() {
        return (BitSet) best.clone();
    }

    /** What it has found that tells primary cells, of which one has to be withheld. */
    List<TellingSum> sums() {
        return Collections.unmodifiableList(sums);
    }

    private void search(int tries) {
        IntStream.range(0, table.cells().size())
                .filter(cell -> !table.cells().get(cell).isPrimary())
                .boxed()
                .sorted(table.dearestAndLargestFirst())
                .forEach(space::reveal);
        mend();
        for (int i = 0; i < tries; i++) {
            choice.improve(STEPS);
            withholdChosen();
            if (!hasLearnt()) {
                long cost = choice.cost();
                choice.improve(STEPS_AT_THE_END);
                if (choice.cost() == cost) {
                    best = withheldNow();
                    return;
                }
            }
        }
        best = widening.widened(best);
    }

    private void withholdChosen() {
        BitSet chosen = choice.best();
        free.stream()
                .filter(cell -> chosen.get(cell) && !space.isWithheld(cell))
                .forEach(space::withhold);
        free.stream()
                .filter(cell -> !chosen.get(cell) && space.isWithheld(cell))
                .forEach(space::reveal);
    }

    /** Whether primary cells are told, or too certain, by what is published now. */
    private boolean hasLearnt() {
        int before = sums.size();
        mend();
        if (sums.size() > before) {
            return true;
        }
        List<BitSet> limits = widening.limits(withheldNow());
        limits.forEach(choice::add);
        return !limits.isEmpty();
    }

    private BitSet withheldNow() {
        BitSet withheld = table.primaries();
        free.stream().filter(space::isWithheld).forEach(withheld::set);
        return withheld;
    }

    /** Withholds more until nothing tells a primary cell, publishes what is needless then, and keeps what is cheapest. */
    private void mend() {
        List<Integer> primaries = table.primaries().stream().boxed().toList();
        primaries.forEach(primary -> telling(primary).ifPresent(this::add));
        inOrderOfChance(primaries).forEach(primary -> {
            for (Optional<TellingSum> sum = telling(primary); sum.isPresent(); sum = telling(primary)) {
                add(sum.get());
                space.withhold(worthiest(sum.get().free()));
            }
        });
        inOrderOfChance(free.stream().filter(space::isWithheld).boxed().toList()).stream()
                .sorted(Comparator.comparing(choice::has))
                .forEach(space::publish);
        BitSet withheld = withheldNow();
        if (best == null || table.costOf(withheld) < table.costOf(best)) {
            best = withheld;
        }
    }

    private <T> List<T> inOrderOfChance(List<T> some) {
        List<T> shuffled = new ArrayList<>(some);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private Optional<TellingSum> telling(int primary) {
        return space.tellingSum(primary).map(terms -> TellingSum.of(table, primary, terms));
    }

    private void add(TellingSum sum) {
        if (known.add(sum.free())) {
            sums.add(sum);
            choice.add(sum.free());
        }
    }

    private int worthiest(BitSet cells) {
        return cells.stream()
                .boxed()
                .max(Comparator.comparingDouble(choice::worth))
                .orElseThrow();
    }
}
