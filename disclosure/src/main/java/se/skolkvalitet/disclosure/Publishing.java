package se.skolkvalitet.disclosure;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What withheld cells would tell, were they published, one after the other. */
final class Publishing {
    private final Dependence dependence;
    private final BitSet withheld;
    private final BitSet primaries;
    private final Owners owners;
    private final Map<String, Span> known = new HashMap<>();

    /**
     * @param solved for what is withheld
     * @param primaries that are not to be told to anybody
     */
    Publishing(Solved solved, BitSet withheld, BitSet primaries, Owners owners) {
        this.dependence = new Dependence(solved, withheld);
        this.withheld = (BitSet) withheld.clone();
        this.primaries = primaries;
        this.owners = owners;
    }

    /** The primary cells that would be told, to everybody or to an owner of others, were this one published. */
    BitSet toldBy(int cell) {
        BitSet told = toldBy(cell, Span.NONE, primaries);
        for (String owner : whoMayCombine(cell)) {
            told.or(toldBy(cell, known.computeIfAbsent(owner, this::span), owners.helpable(owner)));
        }
        return told;
    }

    private Span span(String owner) {
        return dependence.of(owners.withheldOf(owner, withheld));
    }

    private BitSet toldBy(int cell, Span span, BitSet which) {
        BitSet told = new BitSet();
        Residues anew = span.rest(dependence.sum(cell));
        if (anew.size() > 0) {
            // Of what is a multiple of the rest, something is left at each of its cells.
            BitSet candidates = dependence.with(span.cellsThatLeave(dependence.rarestOf(anew)));
            candidates.and(which);
            candidates.clear(cell);
            candidates.stream()
                    .filter(other -> span.rest(dependence.sum(other)).isMultipleOf(anew))
                    .forEach(told::set);
        }
        return told;
    }

    /** Who has nothing near it, nor near a primary cell that is near it, cannot combine it with what is his. */
    private Set<String> whoMayCombine(int cell) {
        if (owners.areNone()) {
            return Set.of();
        }
        BitSet near = new BitSet();
        near.set(cell);
        near.or(dependence.near(near));
        near.and(primaries);
        near.set(cell);
        Set<String> who = owners.of(dependence.near(near));
        owners.of(cell).ifPresent(who::remove);
        return who;
    }

    /** From now on everybody knows the cell. */
    void publish(int cell) {
        owners.of(dependence.publish(cell)).forEach(known::remove);
        withheld.clear(cell);
    }
}
