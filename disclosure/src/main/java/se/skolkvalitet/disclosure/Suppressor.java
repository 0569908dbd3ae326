package se.skolkvalitet.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

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
    /** How often a choice is looked at again, with what it missed, before another one is made. */
    private static final int MOST_LOOKS = 8;

    private static final int MOST_KEPT = 150;
    private static final int MOST_FORGOTTEN = 50;
    private static final int WORTH_OF_AN_EQUATION = 3;

    /** Of cells that are wide enough as such, but for whole numbers not. */
    private static final int MOST_BEYOND = 8;

    private final Table table;
    private final Incidence incidence;
    private final Telling telling;
    private final Widening widening;
    private final BitSet free;
    private final BitSet helpable;
    private final Learnt learnt;
    private final Random random = new Random(SEED);
    private Owners owners;
    private BitSet withheld = new BitSet();
    private BitSet best;

    private Suppressor(Table table) {
        this.table = table;
        this.incidence = new Incidence(table);
        this.telling = new Telling(table, incidence);
        this.widening = new Widening(table);
        this.free = table.free();
        this.helpable = table.primaries();
        this.learnt = new Learnt(table);
    }

    /** @param tries how many choices it looks at, at most, in each part of the table that has no equation in common with others */
    public static Suppression suppress(Table table, int tries) {
        BitSet withheld = table.neverTold();
        Block.of(table)
                .forEach(block ->
                        withheld.or(block.inWhole(of(block.table(), tries).withheld())));
        return new Suppression(withheld, table.costOf(withheld));
    }

    /** @param table in which open cells tell no primary one */
    static Suppressor of(Table table, int tries) {
        Suppressor suppressor = new Suppressor(table);
        suppressor.search(tries);
        suppressor.withheld = suppressor.best;
        suppressor.widenToOwners();
        return suppressor;
    }

    BitSet withheld() {
        return (BitSet) withheld.clone();
    }

    /** What it has found that tells primary cells, of which one has to be withheld. */
    List<TellingSum> sums() {
        return learnt.sums();
    }

    /** What owners know of primary cells that are not theirs, whatever is withheld. */
    List<TellingSum> knownToOwners() {
        return owners.known();
    }

    /** For whom the cells are withheld. */
    Protects protects() {
        return new Protects(publishing()::toldBy, withheld, learnt.needs());
    }

    private void search(int tries) {
        BitSet all = table.neverTold();
        all.or(free);
        // What is told by such cells alone that cannot be anything else is told whatever is withheld.
        telling.of(all, table.primaries()).forEach(sum -> helpable.clear(sum.primary()));
        owners = new Owners(table, incidence, telling, helpable);
        if (widening.isAsked()) {
            widening.askForWhatCanBe();
        }
        if (isCheapestFound(tries)) {
            best = withheld;
        } else {
            withholdJust(learnt.lastChoice());
            mend();
            keepIfCheapest();
        }
        if (widening.isAsked()) {
            widen();
        }
    }

    /** Whether nothing tells primary cells with a choice, and none is cheaper. */
    private boolean isCheapestFound(int tries) {
        for (int i = 0; i < tries; i++) {
            withholdJust(learnt.choice());
            if (!hasLearnt() && !learnt.isChoiceImproved()) {
                return true;
            }
        }
        return false;
    }

    /** Withholds more until each primary cell is as uncertain as it can be, and publishes what that makes needless. */
    private void widen() {
        withheld = best;
        while (hasWidened()) {
            publishWhatIsNeedless();
        }
        best = withheld;
    }

    private boolean hasWidened() {
        int before = learnt.needs().size();
        loosen();
        int most = 1;
        for (List<Need> found = learnWidths(); !found.isEmpty(); found = learnWidths()) {
            for (Need need : found) {
                withhold(need.cells(), most);
            }
            // What one of them was not enough for is met by more of them at once; what is needless is published again.
            most++;
        }
        return learnt.needs().size() > before;
    }

    /** Withholds more until what is primary is as uncertain to owners of others as to everybody, and publishes what that makes needless. */
    private void widenToOwners() {
        if (widening.isAsked() && !owners.areNone()) {
            witnesses(helpable).filter(found -> !found.tooCertain().isEmpty()).ifPresent(found -> {
                Loosening loosening = new Loosening(table, incidence, withheld);
                found.tooCertain().forEach((owner, cells) -> cells.stream()
                        .forEach(primary -> loosen(loosening, primary, owners.withheldOf(owner, withheld))));
                witnesses(new BitSet()).map(more -> more.and(found)).ifPresent(this::publishWhatIsNeedless);
            });
        }
    }

    private Optional<Witnesses> witnesses(BitSet primaries) {
        return Witnesses.of(table, incidence, owners, withheld, primaries);
    }

    private void publishWhatIsNeedless(Witnesses witnesses) {
        Publishing publishing = publishing();
        Protects protects = new Protects(publishing::toldBy, withheld, learnt.needs());
        BitSet secondary = (BitSet) withheld.clone();
        secondary.and(free);
        secondary.stream()
                .filter(cell -> protects.by(cell).isEmpty())
                .filter(cell -> publishing.toldBy(cell).isEmpty())
                .forEach(cell -> witnesses.publish(cell).ifPresentOrElse(primary -> learnt.add(primary, cell), () -> {
                    publishing.publish(cell);
                    withheld.clear(cell);
                }));
    }

    /** Withholds for each primary cell that is too certain what makes it uncertain enough at once. */
    private void loosen() {
        BitSet narrow = WitnessTables.ofTruth(table, incidence, withheld).unproven();
        narrow.and(helpable);
        if (!narrow.isEmpty()) {
            Loosening loosening = new Loosening(table, incidence, withheld);
            narrow.stream().forEach(primary -> loosen(loosening, primary, new BitSet()));
        }
    }

    /** @param known cells that somebody knows, to whom it is too certain */
    private void loosen(Loosening loosening, int primary, BitSet known) {
        loosening.loosen(primary, known).stream().forEach(cell -> {
            withheld.set(cell);
            learnt.add(primary, cell);
        });
    }

    /** Withholds one of each set that is missed, and publishes what is needless then. */
    private void mend() {
        hideOneAfterTheOther();
        protect(Integer.MAX_VALUE);
        meetNeeds();
        publishWhatIsNeedless();
    }

    /** Withholds more until nothing tells a primary cell, to everybody or to somebody by what is his. */
    private void hideOneAfterTheOther() {
        hide(helpable.stream().mapToObj(primary -> solved -> telling.of(solved, withheld, primary)), learnt::worth);
        hide(
                owners.sums(new Solved(incidence, withheld), withheld)
                        .map(sum -> solved -> owners.sum(sum.owner(), sum.primary(), solved, withheld)),
                this::completes);
    }

    /** @param told what tells a cell, where the equations are solved for all that is withheld */
    private void hide(Stream<Function<Solved, Optional<TellingSum>>> told, IntToDoubleFunction worth) {
        Solved solved = new Solved(incidence, withheld);
        int forgotten = 0;
        for (Function<Solved, Optional<TellingSum>> one : inOrderOfChance(told.toList())) {
            for (Optional<TellingSum> sum = one.apply(solved); sum.isPresent(); sum = one.apply(solved)) {
                // No choice is made any more: sets of very many cells need not be kept.
                boolean isKept = sum.get().free().size() <= MOST_KEPT;
                solved.forget(withholdOneOf(isKept ? learnt.add(sum.get()) : learnt.oneOf(sum.get()), worth));
                // Equations become longer with each cell that comes to them later.
                if (++forgotten % MOST_FORGOTTEN == 0) {
                    solved = new Solved(incidence, withheld);
                }
            }
        }
    }

    /**
     * How far a cell goes to leave no equation that tells what is withheld: it is cheap, and comes to equations in which one is
     * withheld, and not to such in which none is.
     */
    private double completes(int cell) {
        int begun = 0;
        for (int equation : incidence.equationsOf(cell)) {
            int before = incidence.equation(equation).count(withheld);
            begun += before == 0 ? 1 : before == 1 ? -1 : 0;
        }
        return -begun * WORTH_OF_AN_EQUATION - table.cells().get(cell).cost();
    }

    private void withholdJust(BitSet chosen) {
        withheld = table.neverTold();
        withheld.or(chosen);
    }

    /** Whether primary cells are told, or too certain, by what is published now. */
    private boolean hasLearnt() {
        int before = learnt.size();
        boolean isProtected = protect(MOST_LOOKS);
        if (learnt.size() > before) {
            if (isProtected) {
                meetNeeds();
                publishWhatIsNeedless();
                keepIfCheapest();
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
        BitSet unproven = WitnessTables.of(table, withheld).unproven();
        asked.or(unproven);
        asked.and(helpable);
        List<Need> found = learnt.add(widening.needs(withheld, asked, 0));
        unproven.and(helpable);
        for (int beyond = 1; beyond < MOST_BEYOND && found.isEmpty(); beyond++) {
            found = learnt.add(widening.needs(withheld, unproven, beyond));
        }
        return found;
    }

    /**
     * Withholds more until nothing tells a primary cell, neither to everybody nor to an owner of others.
     *
     * @param most how often it withholds one of each set that is missed, and looks again
     * @return whether nothing does
     */
    private boolean protect(int most) {
        for (int i = 0; i < most; i++) {
            List<OneOf> missed = missed();
            if (missed.isEmpty()) {
                return true;
            }
            inOrderOfChance(missed).forEach(cells -> withhold(cells, 1));
        }
        return false;
    }

    /** The sets that are missed by what is withheld now; of owners, once nothing is told to everybody. */
    private List<OneOf> missed() {
        Solved solved = new Solved(incidence, withheld);
        return Stream.concat(telling.of(solved, withheld, helpable), owners.sums(solved, withheld))
                .map(learnt::add)
                .toList();
    }

    private void meetNeeds() {
        learnt.needs().forEach(need -> withhold(need.cells(), 1));
    }

    /** Until so many of them are, or all. */
    private void withhold(OneOf cells, int most) {
        for (int count = cells.and(withheld).size(); count < most && count < cells.size(); count++) {
            withholdOneOf(cells.without(withheld), learnt::worth);
        }
    }

    /** @return the cell that is withheld now */
    private int withholdOneOf(OneOf cells, IntToDoubleFunction worth) {
        int worthiest = cells.stream()
                .boxed()
                .max(Comparator.comparingDouble((Integer cell) -> worth.applyAsDouble(cell))
                        .thenComparing(cell -> -table.cells().get(cell).cost()))
                .orElseThrow();
        withheld.set(worthiest);
        return worthiest;
    }

    private void publishWhatIsNeedless() {
        BitSet secondary = (BitSet) withheld.clone();
        secondary.and(free);
        Publishing publishing = publishing();
        for (int cell : inOrderOfChance(secondary.stream().boxed().toList()).stream()
                .sorted(Comparator.comparing(learnt::hasChosen))
                .toList()) {
            if (!learnt.isNeeded(cell, withheld) && publishing.toldBy(cell).isEmpty()) {
                publishing.publish(cell);
                withheld.clear(cell);
            }
        }
    }

    private Publishing publishing() {
        return new Publishing(new Solved(incidence, withheld), withheld, helpable, owners);
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
}
