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
    private static final int MOST_STEPS = 2_000;
    private static final int STEPS_FOR_EACH_SET = 5;
    private static final int TIMES_AT_THE_END = 10;

    /** Of cells that are wide enough as such, but for whole numbers not. */
    private static final int MOST_BEYOND = 8;

    private final Table table;
    private final NullSpace space;
    private final HittingSet choice;
    private final Widening widening;
    private final BitSet free;
    private final BitSet helpable;
    private final Set<BitSet> known = new HashSet<>();
    private final List<TellingSum> sums = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();
    private final Random random = new Random(SEED);
    private Owners owners;
    private BitSet best;

    private Suppressor(Table table) {
        this.table = table;
        this.space = new NullSpace(table);
        this.choice =
                new HittingSet(table.cells().stream().mapToLong(Cell::cost).toArray());
        this.widening = new Widening(table);
        this.free = table.free();
        this.helpable = table.primaries();
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

    /** What else primary cells need, to be as uncertain as they have to be, and to whom they have to be. */
    List<Need> needs() {
        return Collections.unmodifiableList(needs);
    }

    private void search(int tries) {
        IntStream.range(0, table.cells().size())
                .filter(cell -> !free.get(cell) && !helpable.get(cell))
                .forEach(space::reveal);
        // What is told by such cells alone that cannot be anything else is told whatever is withheld.
        table.primaries().stream()
                .filter(primary -> space.tellingSum(primary).isPresent())
                .forEach(helpable::clear);
        owners = new Owners(table, space);
        free.stream().boxed().sorted(table.dearestAndLargestFirst()).forEach(space::reveal);
        if (widening.isAsked()) {
            widening.askForWhatCanBe();
        }
        mend();
        keepIfCheapest();
        for (int i = 0; i < tries; i++) {
            choice.improve(steps());
            withholdJust(choice.best());
            if (!hasLearnt()) {
                long cost = choice.cost();
                choice.improve(steps() * TIMES_AT_THE_END);
                if (choice.cost() == cost) {
                    best = withheldNow();
                    return;
                }
            }
        }
        if (widening.isAsked()) {
            mendChoice();
        }
    }

    private int steps() {
        return Math.min(MOST_STEPS, STEPS_FOR_EACH_SET * known.size());
    }

    /** Mends the choice until each primary cell is as uncertain as it can be; what is needless is published only then. */
    private void mendChoice() {
        withholdJust(choice.best());
        boolean learnt = true;
        while (learnt) {
            protect();
            withholdOfEach(needs);
            learnt = !learnWidths().isEmpty();
            if (!learnt) {
                mend();
                learnt = !learnWidths().isEmpty();
            }
        }
        best = withheldNow();
    }

    /** Withholds one of each set that is missed, and publishes what is needless then, until no owner works anything out by it. */
    private void mend() {
        do {
            protect();
            withholdOfEach(needs);
            publishWhatIsNeedless();
        } while (!learn(owners.needs(space, helpable)).isEmpty());
    }

    private void withholdJust(BitSet chosen) {
        free.stream()
                .filter(cell -> chosen.get(cell) && !space.isWithheld(cell))
                .forEach(space::withhold);
        free.stream()
                .filter(cell -> !chosen.get(cell) && space.isWithheld(cell))
                .forEach(space::reveal);
    }

    /** Whether primary cells are told, or too certain, by what is published now. */
    private boolean hasLearnt() {
        int before = known.size();
        protect();
        if (known.size() > before) {
            mend();
            keepIfCheapest();
            return true;
        }
        return widening.isAsked() && !learnWidths().isEmpty();
    }

    /**
     * Looks for primary cells that are too certain for what is asked, and then for those of which no tables of whole numbers
     * show that they are not.
     */
    private List<Need> learnWidths() {
        BitSet withheld = withheldNow();
        BitSet asked = widening.askedOnBothSides();
        asked.or(WitnessTables.quickly(table, withheld).unproven());
        asked.and(helpable);
        List<Need> learnt = learn(widening.needs(withheld, asked, 0));
        if (learnt.isEmpty()) {
            BitSet unproven = WitnessTables.of(table, withheld).unproven();
            unproven.and(helpable);
            for (int beyond = 1; beyond < MOST_BEYOND && learnt.isEmpty(); beyond++) {
                learnt = learn(widening.needs(withheld, unproven, beyond));
            }
        }
        return learnt;
    }

    private List<Need> learn(List<Need> found) {
        List<Need> learnt = found.stream()
                .filter(Need::canBeMet)
                .filter(one -> known.add(one.cells()))
                .toList();
        learnt.forEach(one -> choice.add(one.cells()));
        needs.addAll(learnt);
        return learnt;
    }

    private BitSet withheldNow() {
        BitSet withheld = table.primaries();
        free.stream().filter(space::isWithheld).forEach(withheld::set);
        return withheld;
    }

    /** Withholds more until nothing tells a primary cell, neither to everybody nor to an owner of others. */
    private void protect() {
        List<Integer> primaries = helpable.stream().boxed().toList();
        primaries.forEach(primary -> telling(primary).ifPresent(this::add));
        inOrderOfChance(primaries).forEach(primary -> {
            for (Optional<TellingSum> sum = telling(primary); sum.isPresent(); sum = telling(primary)) {
                space.withhold(worthiest(add(sum.get())));
            }
        });
        for (List<Need> told = learn(owners.needs(space, helpable));
                !told.isEmpty();
                told = learn(owners.needs(space, helpable))) {
            withholdOfEach(told);
        }
    }

    private void withholdOfEach(List<Need> some) {
        some.stream()
                .map(Need::cells)
                .filter(cells -> cells.stream().noneMatch(space::isWithheld))
                .forEach(cells -> space.withhold(worthiest(cells)));
    }

    private void publishWhatIsNeedless() {
        inOrderOfChance(free.stream().filter(space::isWithheld).boxed().toList()).stream()
                .sorted(Comparator.comparing(choice::has))
                .filter(cell -> needs.stream().noneMatch(one -> isHitBy(one.cells(), cell)))
                .forEach(space::publish);
    }

    /** And by no other. */
    private boolean isHitBy(BitSet cells, int cell) {
        return cells.get(cell) && cells.stream().filter(space::isWithheld).allMatch(other -> other == cell);
    }

    private void keepIfCheapest() {
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

    /** The cells one of which is to be withheld, without those that cannot be anything else. */
    private BitSet add(TellingSum sum) {
        BitSet cells = (BitSet) sum.free().clone();
        cells.and(free);
        if (known.add(cells)) {
            sums.add(sum);
            choice.add(cells);
        }
        return cells;
    }

    private int worthiest(BitSet cells) {
        return cells.stream()
                .boxed()
                .max(Comparator.comparingDouble(choice::worth))
                .orElseThrow();
    }
}
