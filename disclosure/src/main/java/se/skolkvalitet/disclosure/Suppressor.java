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
import java.util.function.IntPredicate;

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
    private static final int LEAST_STEPS = 500;
    private static final int MOST_STEPS = 5_000;
    private static final int STEPS_FOR_EACH_SET = 3;
    private static final int TIMES_AT_THE_END = 10;

    /** How often a choice is looked at again, with what it missed, before another one is made. */
    private static final int MOST_LOOKS = 8;

    private static final int MOST_KEPT = 150;
    private static final int MOST_FORGOTTEN = 50;

    /** Of cells that are wide enough as such, but for whole numbers not. */
    private static final int MOST_BEYOND = 8;

    private final Table table;
    private final Incidence incidence;
    private final Telling telling;
    private final HittingSet choice;
    private final Widening widening;
    private final BitSet free;
    private final BitSet helpable;
    private final Set<BitSet> known = new HashSet<>();
    private final List<TellingSum> sums = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();
    private final Random random = new Random(SEED);
    private Owners owners;
    private BitSet withheld = new BitSet();
    private BitSet best;

    private Suppressor(Table table) {
        this.table = table;
        this.incidence = new Incidence(table);
        this.telling = new Telling(table, incidence);
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
        BitSet all = table.primaries();
        all.or(free);
        // What is told by such cells alone that cannot be anything else is told whatever is withheld.
        telling.of(all, table.primaries()).forEach(sum -> helpable.clear(sum.primary()));
        owners = new Owners(table, telling, all);
        if (widening.isAsked()) {
            widening.askForWhatCanBe();
        }
        for (int i = 0; i < tries; i++) {
            choice.improve(steps());
            withholdJust(choice.best());
            if (!hasLearnt()) {
                long cost = choice.cost();
                choice.improve(steps() * TIMES_AT_THE_END);
                if (choice.cost() == cost) {
                    best = withheld;
                    return;
                }
            }
        }
        withholdJust(choice.best());
        mend();
        keepIfCheapest();
        if (widening.isAsked()) {
            mendChoice();
        }
    }

    private int steps() {
        return Math.max(LEAST_STEPS, Math.min(MOST_STEPS, STEPS_FOR_EACH_SET * known.size()));
    }

    /** Mends the choice until each primary cell is as uncertain as it can be; what is needless is published only then. */
    private void mendChoice() {
        withholdJust(choice.best());
        boolean learnt = true;
        while (learnt) {
            protect(Integer.MAX_VALUE);
            meetNeeds();
            learnt = !learnWidths().isEmpty();
            if (!learnt) {
                mend();
                learnt = !learnWidths().isEmpty();
            }
        }
        best = withheld;
    }

    /** Withholds one of each set that is missed, and publishes what is needless then. */
    private void mend() {
        hideOneAfterTheOther();
        protect(Integer.MAX_VALUE);
        meetNeeds();
        publishWhatIsNeedless(this::tellsOwnersNothing);
    }

    /** Withholds more until nothing tells a primary cell to everybody. */
    private void hideOneAfterTheOther() {
        Solved solved = new Solved(incidence, withheld);
        int forgotten = 0;
        for (int primary :
                inOrderOfChance(helpable.stream().filter(solved::tells).boxed().toList())) {
            // Equations become longer with each cell that comes to them later.
            if (forgotten > MOST_FORGOTTEN) {
                solved = new Solved(incidence, withheld);
                forgotten = 0;
            }
            for (Optional<TellingSum> sum = telling.of(solved, withheld, primary);
                    sum.isPresent();
                    sum = telling.of(solved, withheld, primary)) {
                // No choice is made any more: sets of very many cells need not be kept.
                boolean isKept = sum.get().free().cardinality() <= MOST_KEPT;
                solved.forget(withholdOneOf(isKept ? add(sum.get()) : oneOf(sum.get())));
                forgotten++;
            }
        }
    }

    private void withholdJust(BitSet chosen) {
        withheld = table.primaries();
        withheld.or(chosen);
    }

    /** Whether primary cells are told, or too certain, by what is published now. */
    private boolean hasLearnt() {
        int before = known.size();
        boolean isProtected = protect(MOST_LOOKS);
        if (known.size() > before) {
            if (isProtected) {
                meetNeeds();
                publishWhatIsNeedless(cell -> true);
                if (ownersNeed().isEmpty()) {
                    keepIfCheapest();
                }
            }
            return true;
        }
        return widening.isAsked() && !learnWidths().isEmpty();
    }

    /**
     * Looks for primary cells that are too certain for what is asked, and then for those of which no tables of whole numbers
     * show that they are not.
     */
    private List<Need> learnWidths() {
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

    /**
     * Withholds more until nothing tells a primary cell, neither to everybody nor to an owner of others.
     *
     * @param most how often it withholds one of each set that is missed, and looks again
     * @return whether nothing does
     */
    private boolean protect(int most) {
        for (int i = 0; i < most; i++) {
            List<BitSet> missed = tellEverybody();
            if (missed.isEmpty()) {
                missed = ownersNeed().stream().map(Need::cells).toList();
            }
            if (missed.isEmpty()) {
                return true;
            }
            inOrderOfChance(missed).forEach(this::withholdOneWhereNoneIs);
        }
        return false;
    }

    /** What would keep owners from what they can work out as it is now. */
    private List<Need> ownersNeed() {
        List<Need> missed =
                owners.needs(withheld, helpable).stream().filter(Need::canBeMet).toList();
        learn(missed);
        return missed;
    }

    private List<BitSet> tellEverybody() {
        return telling.of(withheld, helpable).stream().map(this::add).toList();
    }

    private void meetNeeds() {
        needs.forEach(need -> withholdOneWhereNoneIs(need.cells()));
    }

    private void withholdOneWhereNoneIs(BitSet cells) {
        if (!cells.intersects(withheld)) {
            withholdOneOf(cells);
        }
    }

    /** @return the cell that is withheld now */
    private int withholdOneOf(BitSet cells) {
        int worthiest = cells.stream()
                .boxed()
                .max(Comparator.comparingDouble(choice::worth)
                        .thenComparing(cell -> -table.cells().get(cell).cost()))
                .orElseThrow();
        withheld.set(worthiest);
        return worthiest;
    }

    /** Whether no owner would work out anything more, were the cell published. */
    private boolean tellsOwnersNothing(int cell) {
        withheld.clear(cell);
        boolean nothing = ownersNeed().isEmpty();
        withheld.set(cell);
        return nothing;
    }

    /** @param mayBe asked of each cell when it comes to it, beside that no primary cell is told nor a need unmet */
    private void publishWhatIsNeedless(IntPredicate mayBe) {
        BitSet secondary = (BitSet) withheld.clone();
        secondary.and(free);
        Changes changes = changes();
        for (int cell : inOrderOfChance(secondary.stream().boxed().toList()).stream()
                .sorted(Comparator.comparing(choice::has))
                .toList()) {
            if (changes.areUsedUp()) {
                changes = changes();
            }
            if (needs.stream().noneMatch(one -> isHitBy(one.cells(), cell))
                    && mayBe.test(cell)
                    && changes.publish(cell)) {
                withheld.clear(cell);
            }
        }
    }

    private Changes changes() {
        return new Changes(new Solved(incidence, withheld), helpable, random);
    }

    /** And by no other. */
    private boolean isHitBy(BitSet cells, int cell) {
        return cells.get(cell) && cells.stream().filter(withheld::get).allMatch(other -> other == cell);
    }

    private void keepIfCheapest() {
        if (best == null || table.costOf(withheld) < table.costOf(best)) {
            best = (BitSet) withheld.clone();
        }
    }

    private <T> List<T> inOrderOfChance(List<T> some) {
        List<T> shuffled = new ArrayList<>(some);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** The cells one of which is to be withheld, without those that cannot be anything else. */
    private BitSet add(TellingSum sum) {
        BitSet cells = oneOf(sum);
        if (known.add(cells)) {
            sums.add(sum);
            choice.add(cells);
        }
        return cells;
    }

    private BitSet oneOf(TellingSum sum) {
        if (table.few().isEmpty()) {
            return sum.free();
        }
        BitSet cells = (BitSet) sum.free().clone();
        cells.and(free);
        return cells;
    }
}
