package se.skolkvalitet.disclosure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;

/**
 * Makes tables that look the same as the true one, few of them, such that each primary cell differs between two of them by
 * as much as it has to. They are made of what is published alone: the true table is not looked at, so that they tell
 * nothing of it. They are whole numbers where the figures are.
 */
final class WitnessTables {
    private static final long SEED = 1;
    private static final int MOST_IN_VAIN = 3;

    private final Reach reach;
    private final BitSet unproven;
    private final Map<Integer, BigFraction> widths = new HashMap<>();
    private final Random random = new Random(SEED);
    private final Map<Integer, BigFraction> least = new HashMap<>();
    private final Map<Integer, BigFraction> most = new HashMap<>();
    private final List<SortedMap<Integer, BigFraction>> tables = new ArrayList<>();

    private WitnessTables(Table table, Reach reach) {
        this.reach = reach;
        this.unproven = table.primaries();
        unproven.stream()
                .forEach(cell -> widths.put(
                        cell,
                        Reach.max(
                                reach.unit(),
                                Reach.fraction(
                                        table.cells().get(cell).protection().width()))));
    }

    /** Empty where no more is asked of any primary cell than that it does not follow. */
    static Optional<WitnessTables> asAsked(Table table, BitSet withheld) {
        return new Widening(table).isAsked() ? Optional.of(of(table, withheld)) : Optional.empty();
    }

    /**
     * @param table of which no value of a withheld cell is looked at
     */
    static WitnessTables of(Table table, BitSet withheld) {
        WitnessTables made = quickly(table, withheld);
        if (!made.tables.isEmpty()) {
            for (int cell = made.unproven.nextSetBit(0); cell >= 0; cell = made.unproven.nextSetBit(cell + 1)) {
                made.makeDiffer(cell);
            }
        }
        return made;
    }

    /** Only those in which many cells differ at once: some cells may be unproven that further tables would prove. */
    static WitnessTables quickly(Table table, BitSet withheld) {
        WitnessTables made = new WitnessTables(table, Reach.ofPublished(table, withheld));
        if (made.reach.goToWhole(Map.of(), Map.of())) {
            made.keep();
            made.makeManyDiffer();
        }
        return made;
    }

    /** Primary cells that no two of them differ in by as much as they have to. */
    BitSet unproven() {
        return unproven;
    }

    /** The first in full, and what differs from it in the others. */
    List<SortedMap<Integer, BigDecimal>> tables() {
        List<SortedMap<Integer, BigDecimal>> decimal = new ArrayList<>();
        for (SortedMap<Integer, BigFraction> table : tables) {
            SortedMap<Integer, BigDecimal> values = new TreeMap<>();
            table.forEach((cell, value) -> {
                if (decimal.isEmpty() || !value.equals(tables.get(0).get(cell))) {
                    values.put(cell, decimal(value));
                }
            });
            decimal.add(values);
        }
        return decimal;
    }

    private BigDecimal decimal(BigFraction value) {
        BigInteger units = value.divide(reach.unit()).getNumerator();
        return new BigDecimal(units)
                .divide(new BigDecimal(reach.unit().reciprocal().getNumerator()));
    }

    /** Keeps the table where it is, unless no primary cell that has to differ does. */
    private void keep() {
        boolean differs = tables.isEmpty();
        for (int cell = unproven.nextSetBit(0); cell >= 0; cell = unproven.nextSetBit(cell + 1)) {
            BigFraction value = reach.value(cell);
            differs |= value.compareTo(least.getOrDefault(cell, value)) < 0
                    || value.compareTo(most.getOrDefault(cell, value)) > 0;
            least.merge(cell, value, Reach::min);
            most.merge(cell, value, Reach::max);
            if (most.get(cell).subtract(least.get(cell)).compareTo(widths.get(cell)) >= 0) {
                unproven.clear(cell);
            }
        }
        if (differs) {
            tables.add(new TreeMap<>(reach.values()));
        }
    }

    /** Some cells up and some down, at once, while that makes a difference. */
    private void makeManyDiffer() {
        for (int vain = 0; vain < MOST_IN_VAIN && !unproven.isEmpty(); ) {
            int before = unproven.cardinality();
            Map<Integer, Integer> weights = new TreeMap<>();
            unproven.stream().forEach(cell -> weights.put(cell, random.nextBoolean() ? 1 : -1));
            reach.towards(weights);
            if (reach.goToWhole(Map.of(), Map.of())) {
                keep();
            }
            vain += unproven.cardinality() == before ? 1 : 0;
        }
    }

    private void makeDiffer(int cell) {
        BigFraction width = widths.get(cell);
        BigFraction up = least.get(cell).add(width);
        if (reach.raise(cell, up) && reach.goToWhole(Map.of(cell, up), Map.of())) {
            keep();
        }
        BigFraction down = unproven.get(cell) ? most.get(cell).subtract(width) : null;
        if (unproven.get(cell) && reach.lower(cell, down) && reach.goToWhole(Map.of(), Map.of(cell, down))) {
            keep();
        }
        if (unproven.get(cell)) {
            reach.least(cell);
            if (reach.goToWhole(Map.of(), Map.of())) {
                keep();
            }
            BigFraction wide = least.get(cell).add(width);
            if (reach.raise(cell, wide) && reach.goToWhole(Map.of(cell, wide), Map.of())) {
                keep();
            }
        }
    }
}
