package se.skolkvalitet.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.BitSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What tells of primary cells, whatever is withheld, that they cannot be as uncertain as it is asked: equations of open cells and of
 * others that lie between their ends.
 */
final class Limits {
    private final Table table;
    private final int decimals;
    private final BigDecimal width;
    private final Optional<Reach> reach;

    /**
     * Between which ends one cell lies.
     *
     * @param under equations that tell how little it may be, by their indices, each with its factor
     * @param over equations that tell how much
     */
    record Proof(SortedMap<Integer, Long> under, SortedMap<Integer, Long> over) {}

    /** @param width that primary cells have to have */
    private Limits(Block block, BitSet withheld, BigDecimal width) {
        this.table = block.table();
        this.decimals = table.decimals(withheld);
        this.width = width;
        BitSet all = table.notOpen();
        all.or(block.told());
        Incidence incidence = new Incidence(table);
        Telling telling = new Telling(table, incidence);
        this.reach = Reach.of(table, incidence, telling, telling.everybody(all));
    }

    /** By cell; those that might be more uncertain than they are for all that it knows are not among them. */
    static SortedMap<Integer, Proof> of(Block block, BitSet withheld, BitSet tooCertain, BigDecimal width) {
        SortedMap<Integer, Proof> found = new TreeMap<>();
        if (!tooCertain.isEmpty()) {
            Limits limits = new Limits(block, withheld, width);
            tooCertain.stream().forEach(cell -> limits.of(cell).ifPresent(proof -> found.put(cell, proof)));
        }
        return found;
    }

    private Optional<Proof> of(int cell) {
        return reach.flatMap(found -> {
            Reach.End most = found.most(cell);
            Reach.End least = found.least(cell);
            return isTooNarrow(least, most)
                    ? Optional.of(new Proof(
                                    least.equations().inWholeNumbers(),
                                    most.equations().inWholeNumbers()))
                            .filter(proof -> adds(proof.under(), least) && adds(proof.over(), most))
                    : Optional.empty();
        });
    }

    private boolean isTooNarrow(Reach.End least, Reach.End most) {
        return most.isLimited()
                && most.value()
                                .bigDecimalValue(decimals, RoundingMode.FLOOR)
                                .subtract(least.value().bigDecimalValue(decimals, RoundingMode.CEILING))
                                .compareTo(width)
                        < 0;
    }

    /** Whether whole factors add up to what was found by residues. */
    private boolean adds(SortedMap<Integer, Long> factors, Reach.End end) {
        return table.sum(factors).keySet().stream().allMatch(end.cells()::get);
    }
}
