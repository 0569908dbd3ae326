package se.skolkvalitet.disclosure;

import java.util.BitSet;

/**
 * Finds of which cells nobody is taken to know that they are zero or from so much: it would tell primary cells, or tell too much of them,
 * whatever is withheld. Who does not know it must not work these out otherwise.
 */
final class Gaps {
    private static final int STEPS = 1000;

    private final Table table;
    private final BitSet all;
    private final Incidence incidence;

    /** @param told primary cells that are told anyway */
    private Gaps(Table table, BitSet told) {
        this.table = table;
        this.all = table.notOpen();
        this.all.or(told);
        this.incidence = new Incidence(table);
    }

    /** The same part without them. */
    static Block forget(Block block) {
        return block.table().withGaps().isEmpty() || !new Widening(block.table()).isAsked()
                ? block
                : block.forgetting(new Gaps(block.table(), block.told()).inVain());
    }

    private BitSet inVain() {
        BitSet inVain = new BitSet();
        BitSet certain = WitnessTables.ofTruth(table, incidence, all).unproven();
        if (!certain.isEmpty()) {
            LookAlike.ofTruth(table, incidence, all, table.decimals(all), none -> 0)
                    .ifPresent(found -> {
                        found.tolerateGaps();
                        certain.stream().forEach(primary -> {
                            BitSet inTheWay = inTheWay(found, primary);
                            found.forgetGaps(inTheWay);
                            inVain.or(inTheWay);
                        });
                    });
        }
        return inVain;
    }

    /** As few cells as it finds that are in their gaps where a primary one is something else; none where it finds no such table. */
    private BitSet inTheWay(LookAlike found, int primary) {
        return new Ways(table, found, BitSet::cardinality)
                .cheapest(primary, (index, from, to) -> found.cheapest(index, from, to, STEPS, BitSet::cardinality))
                .orElseGet(BitSet::new);
    }
}
