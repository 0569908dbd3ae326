package se.skolkvalitet.disclosure;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How primary cells may be something else, to everybody and to each owner of others, from the true table. Nobody can show it to who does
 * not know what owners know, so that the certificate does not tell of them.
 */
final class Witnesses {
    private static final int STEPS = 300;
    private static final int MOST_STEPS = 3_000;
    private static final String EVERYBODY = "";

    private final Table table;
    private final Owners owners;
    private final BitSet withheld;
    private final LookAlike lookAlike;

    /** By who, and by cell: what changes with it. */
    private final SortedMap<String, SortedMap<Integer, BitSet>> changes = new TreeMap<>();

    /** By who, cells that are too certain to him for all that is found. */
    private final SortedMap<String, BitSet> tooCertain = new TreeMap<>();

    private Witnesses(Table table, Owners owners, BitSet withheld, LookAlike lookAlike) {
        this.table = table;
        this.owners = owners;
        this.withheld = (BitSet) withheld.clone();
        this.lookAlike = lookAlike;
    }

    /**
     * Empty where there are none in whole numbers.
     *
     * @param primaries of which they are wanted
     */
    static Optional<Witnesses> of(Table table, Incidence incidence, Owners owners, BitSet withheld, BitSet primaries) {
        return LookAlike.ofTruth(table, incidence, withheld, table.decimals(withheld), none -> 0)
                .map(found -> new Witnesses(table, owners, withheld, found))
                .map(made -> made.find(primaries));
    }

    private Witnesses find(BitSet primaries) {
        primaries.stream().forEach(primary -> change(primary).ifPresent(change -> keep(EVERYBODY, primary, change)));
        // To whoever has nothing in it, it shows that as well.
        find(doubtful(changes.getOrDefault(EVERYBODY, new TreeMap<>())));
        return this;
    }

    private void find(Map<String, BitSet> wanted) {
        wanted.forEach((who, cells) -> {
            lookAlike.fix(known(who));
            cells.stream().forEach(primary -> change(primary)
                    .ifPresentOrElse(change -> keep(who, primary, change), () -> add(tooCertain, who, primary)));
            lookAlike.release(table, known(who));
        });
    }

    private static void add(Map<String, BitSet> cells, String who, int cell) {
        cells.computeIfAbsent(who, none -> new BitSet()).set(cell);
    }

    private void keep(String who, int primary, BitSet change) {
        changes.computeIfAbsent(who, none -> new TreeMap<>()).put(primary, change);
    }

    private BitSet known(String who) {
        return who.equals(EVERYBODY) ? new BitSet() : owners.withheldOf(who, withheld);
    }

    private Optional<BitSet> change(int primary) {
        return change(primary, STEPS).or(() -> change(primary, MOST_STEPS));
    }

    private Optional<BitSet> change(int primary, int steps) {
        return new Ways(table, lookAlike).cheapest(primary, (index, from, to) -> change(index, from, to, steps));
    }

    private Optional<BitSet> change(int index, long from, long to, int steps) {
        boolean isFound = from > 0 ? lookAlike.holdOver(index, from, steps) : lookAlike.holdUnder(index, to, steps);
        Optional<BitSet> change = isFound ? Optional.of(lookAlike.changed()) : Optional.empty();
        lookAlike.goHome();
        return change;
    }

    /** By owner, the cells that he may be too certain of, though they may be something else to everybody. */
    SortedMap<String, BitSet> tooCertain() {
        return tooCertain;
    }

    /** Takes over what others show, of which less was withheld; and looks for what they do not. */
    Witnesses and(Witnesses others) {
        changes.putAll(others.changes);
        find(others.tooCertain);
        return this;
    }

    /** A primary cell that is too certain to somebody once a cell is published; empty where none is, and it is from now on. */
    OptionalInt publish(int cell) {
        SortedMap<String, SortedMap<Integer, BitSet>> others = new TreeMap<>();
        for (Map.Entry<String, SortedMap<Integer, BitSet>> ofOne : changes.entrySet()) {
            BitSet gone = new BitSet();
            ofOne.getValue().forEach((primary, change) -> gone.set(primary, change.get(cell)));
            OptionalInt needs = replace(ofOne.getKey(), gone, cell, others);
            if (needs.isPresent()) {
                return needs;
            }
        }
        // To whom everybody's change showed it, another may not.
        for (Map.Entry<String, BitSet> doubt :
                doubtful(others.getOrDefault(EVERYBODY, new TreeMap<>())).entrySet()) {
            OptionalInt needs = replace(doubt.getKey(), doubt.getValue(), cell, others);
            if (needs.isPresent()) {
                return needs;
            }
        }
        others.forEach((who, ofOne) -> ofOne.forEach((primary, change) -> keep(who, primary, change)));
        BitSet one = new BitSet();
        one.set(cell);
        lookAlike.fix(one);
        withheld.clear(cell);
        return OptionalInt.empty();
    }

    /** By owner who has something in a change, the cells that nothing else shows him to be uncertain. */
    private SortedMap<String, BitSet> doubtful(SortedMap<Integer, BitSet> ofEverybody) {
        SortedMap<String, BitSet> doubtful = new TreeMap<>();
        ofEverybody.forEach((primary, change) -> owners.of(change).stream()
                .filter(owner -> owners.helpable(owner).get(primary))
                .filter(owner -> !changes.getOrDefault(owner, new TreeMap<>()).containsKey(primary))
                .forEach(owner -> add(doubtful, owner, primary)));
        return doubtful;
    }

    /**
     * Looks for other changes for somebody, to whom a cell is published.
     *
     * @param others to which they are added
     * @return a primary cell of which it finds none
     */
    private OptionalInt replace(
            String who, BitSet primaries, int published, SortedMap<String, SortedMap<Integer, BitSet>> others) {
        BitSet known = known(who);
        known.set(published);
        lookAlike.fix(known);
        OptionalInt needs = primaries.stream()
                .filter(primary -> {
                    Optional<BitSet> other = change(primary);
                    other.ifPresent(change ->
                            others.computeIfAbsent(who, none -> new TreeMap<>()).put(primary, change));
                    return other.isEmpty();
                })
                .findFirst();
        lookAlike.release(table, known);
        return needs;
    }
}
