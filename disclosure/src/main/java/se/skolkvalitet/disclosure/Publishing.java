package se.skolkvalitet.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What withheld cells would tell, were they published, one after the other. */
final class Publishing {
    private static final long SEED = 3;
    private static final int MOST_STEP = Integer.MAX_VALUE - 1;

    private final Dependence dependence;
    private final BitSet withheld;
    private final BitSet primaries;
    private final Owners owners;
    private final Known nothing;
    private final Map<String, Known> known = new HashMap<>();

    /** By how much cells for which no equation is solved are changed. */
    private final long[][] changes = new long[2][];

    /**
     * What somebody knows of his own.
     *
     * @param values of these cells in changes, in which what he knows is as it is then
     */
    private record Known(Span span, int[] cells, long[][] values) {
        void swapWith(long[][] changes) {
            for (int i = 0; i < values.length; i++) {
                for (int j = 0; j < cells.length; j++) {
                    long value = changes[i][cells[j]];
                    changes[i][cells[j]] = values[i][j];
                    values[i][j] = value;
                }
            }
        }
    }

    /**
     * @param solved for what is withheld
     * @param primaries that are not to be told to anybody
     */
    Publishing(Solved solved, BitSet withheld, BitSet primaries, Owners owners) {
        this.dependence = new Dependence(solved, withheld);
        this.withheld = (BitSet) withheld.clone();
        this.primaries = primaries;
        this.owners = owners;
        Random random = new Random(SEED);
        Arrays.setAll(
                changes, none -> random.longs(withheld.length(), 1, MOST_STEP).toArray());
        this.nothing = known(new Span());
    }

    /** The primary cells that would be told, to everybody or to an owner of others, were this one published. */
    BitSet toldBy(int cell) {
        BitSet told = toldBy(cell, nothing, primaries);
        for (String owner : whoMayCombine(cell)) {
            told.or(toldBy(cell, known.computeIfAbsent(owner, this::known), owners.helpable(owner)));
        }
        return told;
    }

    private Known known(String owner) {
        return known(dependence.of(owners.withheldOf(owner, withheld)));
    }

    private Known known(Span span) {
        int[] cells = span.cells().stream().toArray();
        return new Known(
                span,
                cells,
                Arrays.stream(changes)
                        .map(change -> Arrays.stream(cells)
                                .mapToLong(cell -> span.following(cell, change))
                                .toArray())
                        .toArray(long[][]::new));
    }

    private BitSet toldBy(int cell, Known his, BitSet which) {
        BitSet told = new BitSet();
        Residues anew = his.span().rest(dependence.sum(cell));
        if (anew.size() > 0) {
            // Of what is a multiple of the rest, something is left at each of its cells.
            BitSet candidates = dependence.with(his.span().cellsThatLeave(dependence.rarestOf(anew)));
            candidates.and(which);
            candidates.clear(cell);
            multiplesByChance(anew, candidates, his).stream()
                    .filter(other -> his.span().rest(dependence.sum(other)).isMultipleOf(anew))
                    .forEach(told::set);
        }
        return told;
    }

    /** Of most that are none it is seen at once: in two changes of chance that leave what he knows as it is, they are not. */
    private BitSet multiplesByChance(Residues anew, BitSet candidates, Known his) {
        his.swapWith(changes);
        long inOne = anew.times(changes[0]);
        long inOther = anew.times(changes[1]);
        BitSet multiples = new BitSet();
        candidates.stream()
                .filter(cell -> Residues.multiply(dependence.sum(cell).times(changes[0]), inOther)
                        == Residues.multiply(dependence.sum(cell).times(changes[1]), inOne))
                .forEach(multiples::set);
        his.swapWith(changes);
        return multiples;
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
