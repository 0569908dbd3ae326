package se.skolkvalitet.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Those who know cells of their own, and must not work out by them what is not theirs. */
final class Owners {
    private final Table table;
    private final Telling telling;
    private final SortedMap<String, BitSet> cells;

    /** By owner, the primary cells that may be kept from him. */
    private final SortedMap<String, BitSet> helpable = new TreeMap<>();

    private final List<TellingSum> known = new ArrayList<>();

    /** @param primaries that may be kept from everybody who has none of his own */
    Owners(Table table, Incidence incidence, Telling telling, BitSet primaries) {
        this.table = table;
        this.telling = telling;
        this.cells = table.cellsByOwner();
        if (!cells.isEmpty()) {
            BitSet all = table.neverTold();
            all.or(table.free());
            Solved solved = new Solved(incidence, all);
            Dependence dependence = new Dependence(solved, all);
            cells.forEach((owner, own) -> {
                BitSet which = (BitSet) primaries.clone();
                which.andNot(own);
                dependence.toldBy(both(own, all), which).forEach(cell -> {
                    which.clear(cell);
                    sum(owner, cell, solved, all).ifPresent(known::add);
                });
                helpable.put(owner, which);
            });
        }
    }

    /** What each knows whatever is withheld, by his own and what is open. */
    List<TellingSum> known() {
        return known;
    }

    /** What they work out as it is now, though it may be kept from them. */
    Stream<TellingSum> sums(Solved solved, BitSet withheld) {
        if (cells.isEmpty()) {
            return Stream.empty();
        }
        Dependence dependence = new Dependence(solved, withheld);
        return cells.entrySet().stream()
                .flatMap(owner -> sums(owner.getKey(), owner.getValue(), solved, dependence, withheld).stream());
    }

    private List<TellingSum> sums(String owner, BitSet own, Solved solved, Dependence dependence, BitSet withheld) {
        Span known = dependence.of(both(own, withheld));
        BitSet candidates = both(dependence.with(known.cells()), helpable.get(owner));
        if (candidates.isEmpty()) {
            return List.of();
        }
        Telling.Somebody somebody = telling.owner(owner, own, withheld);
        return candidates.stream()
                .mapToObj(cell -> known.factors(dependence.sum(cell))
                        .flatMap(factors -> telling.of(solved, cell, factors, somebody)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** By what an owner works out a cell that is not his; empty where he does not. */
    Optional<TellingSum> sum(String owner, int cell, Solved solved, BitSet withheld) {
        Span known = new Span();
        withheldOf(owner, withheld).stream().forEach(own -> known.add(own, solved.inOthers(Residues.of(own))));
        return known.factors(solved.inOthers(Residues.of(cell)))
                .flatMap(
                        factors -> telling.of(solved, cell, factors, telling.owner(owner, cells.get(owner), withheld)));
    }

    boolean areNone() {
        return cells.isEmpty();
    }

    /** Whose cells these are, or some of them. */
    Set<String> of(BitSet some) {
        Set<String> owners = new TreeSet<>();
        some.stream().forEach(cell -> of(cell).ifPresent(owners::add));
        return owners;
    }

    Optional<String> of(int cell) {
        return Optional.of(table.cells().get(cell).owner()).filter(owner -> !owner.isEmpty());
    }

    /** The primary cells that may be kept from an owner, and are not his. */
    BitSet helpable(String owner) {
        return helpable.get(owner);
    }

    /** What is his of that which is withheld. */
    BitSet withheldOf(String owner, BitSet withheld) {
        return both(cells.get(owner), withheld);
    }

    private static BitSet both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }
}
