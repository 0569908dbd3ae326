package se.skolkvalitet.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.hipparchus.fraction.BigFraction;

/**
 * Withholds further cells until each primary cell is as uncertain as it has to be. What limits a cell that is not is a set of
 * published cells one of which has to be withheld; those that are in most of these sets are, and where several are in as
 * many, once the smallest and once the largest. What was withheld before and is not needed any more is published. The
 * cheaper answer is taken.
 */
final class Widening {
    private final Table table;
    private final BitSet asked;
    private final int beyond;

    /**
     * @param asked the primary cells that have to be as uncertain as they should be; they may be something else at the least
     * @param beyond by how many units more
     */
    Widening(Table table, BitSet asked, int beyond) {
        this.table = table;
        this.asked = asked;
        this.beyond = beyond;
    }

    /** Of those of which more is asked than that they may be something else. */
    static Widening asAsked(Table table) {
        BitSet asked = new BitSet();
        table.primaries().stream()
                .filter(cell -> !table.cells().get(cell).protection().isLeast())
                .forEach(asked::set);
        return new Widening(table, asked, 0);
    }

    boolean isAsked() {
        return !asked.isEmpty();
    }

    /** @param safe withheld cells, with which no primary cell follows from what is published */
    BitSet widened(BitSet safe) {
        Comparator<Integer> smallest =
                Comparator.comparing(cell -> table.cells().get(cell).value(), Comparator.reverseOrder());
        if (limits(safe).isEmpty()) {
            return safe;
        }
        BitSet one = widened(safe, smallest);
        BitSet other = widened(safe, smallest.reversed());
        return table.costOf(other) < table.costOf(one) ? other : one;
    }

    /** @param rather of cells that are in as many sets, for their cost, the one that is withheld is the last in this order */
    private BitSet widened(BitSet safe, Comparator<Integer> rather) {
        BitSet withheld = (BitSet) safe.clone();
        List<BitSet> limits = limits(withheld);
        while (!limits.isEmpty()) {
            withholdOneOfEach(limits, withheld, rather);
            limits = limits(withheld);
        }
        publishWhatIsNotNeeded(withheld);
        return withheld;
    }

    /** Of each primary cell that is too certain, the free published cells that make it so, where there are any. */
    List<BitSet> limits(BitSet withheld) {
        if (!isAsked()) {
            return List.of();
        }
        Reach reach = Reach.ofTruth(table, withheld);
        return asked.stream()
                .mapToObj(cell -> limit(reach, cell))
                .flatMap(Optional::stream)
                .filter(limit -> !limit.isEmpty())
                .toList();
    }

    /** Empty where the cell is as uncertain as it has to be; a set without cells where nothing can be done. */
    private Optional<BitSet> limit(Reach reach, int cell) {
        Protection protection = table.cells().get(cell).protection();
        BigDecimal value = table.cells().get(cell).value();
        BigFraction width = Reach.max(Reach.fraction(protection.width()), reach.unit())
                .add(reach.unit().multiply(beyond));
        if (protection.isWidthAlone() && reach.hasRoom(cell, width)) {
            return Optional.empty();
        }
        Reach.End most = reach.most(cell);
        Reach.End least = reach.least(cell);
        // Half of somebody tells that there is one or none.
        BigFraction low = reach.ceilingOf(least.value());
        if (low.compareTo(Reach.fraction(value.subtract(protection.below()).max(BigDecimal.ZERO))) > 0) {
            return Optional.of(least.limitedBy());
        }
        if (!most.isLimited()) {
            return Optional.empty();
        }
        BigFraction high = reach.floorOf(most.value());
        if (high.compareTo(Reach.fraction(value.add(protection.above()))) < 0) {
            return Optional.of(most.limitedBy());
        }
        if (high.subtract(low).compareTo(width) < 0) {
            BitSet both = (BitSet) most.limitedBy().clone();
            both.or(least.limitedBy());
            return Optional.of(both);
        }
        return Optional.empty();
    }

    /** The primary cells that are not as uncertain as they have to be, whether anything could be done or not. */
    BitSet tooCertain(BitSet withheld) {
        Reach reach = Reach.ofTruth(table, withheld);
        return cells(cell -> limit(reach, cell).isPresent());
    }

    /** Those of them that would be more uncertain if something else were withheld. */
    BitSet couldBeWider(BitSet withheld) {
        Reach reach = Reach.ofTruth(table, withheld);
        return cells(
                cell -> limit(reach, cell).filter(limit -> !limit.isEmpty()).isPresent());
    }

    private BitSet cells(IntPredicate which) {
        BitSet found = new BitSet();
        asked.stream().filter(which).forEach(found::set);
        return found;
    }

    private void withholdOneOfEach(List<BitSet> limits, BitSet withheld, Comparator<Integer> rather) {
        List<BitSet> left = new ArrayList<>(limits);
        while (!left.isEmpty()) {
            int best = left.stream()
                    .flatMapToInt(BitSet::stream)
                    .boxed()
                    .max(Comparator.comparingDouble((Integer cell) -> worth(cell, left))
                            .thenComparing(rather)
                            .thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
            withheld.set(best);
            left.removeIf(limit -> limit.get(best));
        }
    }

    /** In how many sets it is, for its cost. */
    private double worth(int cell, List<BitSet> limits) {
        return limits.stream().filter(limit -> limit.get(cell)).count()
                / (double) table.cells().get(cell).cost();
    }

    private void publishWhatIsNotNeeded(BitSet withheld) {
        withheld.stream()
                .filter(cell -> table.cells().get(cell).isFree())
                .boxed()
                .sorted(table.dearestAndLargestFirst())
                .toList()
                .forEach(cell -> {
                    if (Exposure.of(table, withheld).exposedBy(cell).isEmpty()) {
                        withheld.clear(cell);
                        withheld.set(cell, !limits(withheld).isEmpty());
                    }
                });
    }
}
