package se.skolkvalitet.disclosure;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/**
 * Tells which primary cells are not as uncertain as they have to be, and what makes them so: a set of published cells of which
 * one has to be withheld, whatever else is. A cell that would not make room enough, even with all others of its kind, is
 * in none of these sets.
 */
final class Widening {
    private final Table table;
    private final Incidence incidence;
    private final Telling telling;
    private final BitSet asked = new BitSet();
    private final Map<Integer, Demand> demands = new HashMap<>();

    /**
     * What is asked of a primary cell.
     *
     * @param lowest which it must be able to be, or less
     * @param highest which it must be able to be, or more
     * @param width how far apart its ends must be
     * @param widest how far apart they can be; null where they can be as far apart as one likes, or nobody has looked
     */
    private record Demand(BigFraction lowest, BigFraction highest, BigFraction width, BigFraction widest) {
        private boolean isWidthAlone(BigFraction value) {
            return lowest.equals(value) && highest.equals(value);
        }
    }

    /** Of those cells of which more is asked than that they may be something else. */
    Widening(Table table) {
        this.table = table;
        this.incidence = new Incidence(table);
        this.telling = new Telling(table, incidence);
        table.primaries().stream()
                .filter(cell -> !table.cells().get(cell).protection().isLeast())
                .forEach(asked::set);
    }

    boolean isAsked() {
        return !asked.isEmpty();
    }

    /** Those of which more is asked than that their ends lie apart, which tables that look the same do not show. */
    BitSet askedOnBothSides() {
        BitSet found = new BitSet();
        asked.stream()
                .filter(cell -> !table.cells().get(cell).protection().isWidthAlone())
                .forEach(found::set);
        return found;
    }

    /** From now on no more is asked of any cell than could be had if all were withheld that may be. */
    void askForWhatCanBe() {
        BitSet all = table.neverTold();
        all.or(table.free());
        BitSet doubtful = askedOnBothSides();
        doubtful.or(WitnessTables.ofTruth(table, incidence, all).unproven());
        reach(all, doubtful)
                .ifPresent(reach -> doubtful.stream().forEach(cell -> demands.put(cell, canBe(reach, cell))));
    }

    /** Empty where there is nothing to look at. */
    private Optional<Reach> reach(BitSet withheld, BitSet which) {
        return which.isEmpty() ? Optional.empty() : Reach.of(table, incidence, telling, telling.everybody(withheld));
    }

    private Demand canBe(Reach reach, int cell) {
        Demand demand = demand(reach, cell);
        Reach.End most = reach.most(cell);
        BigFraction low = reach.ceilingOf(reach.least(cell).value());
        BigFraction lowest = Reach.max(demand.lowest(), low);
        if (!most.isLimited()) {
            return new Demand(lowest, demand.highest(), demand.width(), null);
        }
        BigFraction high = reach.floorOf(most.value());
        BigFraction widest = high.subtract(low);
        return new Demand(lowest, Reach.min(demand.highest(), high), Reach.min(demand.width(), widest), widest);
    }

    private Demand demand(Reach reach, int cell) {
        return demands.getOrDefault(cell, asked(reach, cell));
    }

    private Demand asked(Reach reach, int cell) {
        BigDecimal value = table.cells().get(cell).value();
        Protection protection = table.cells().get(cell).protection();
        return new Demand(
                Reach.fraction(value.subtract(protection.below()).max(BigDecimal.ZERO)),
                Reach.fraction(value.add(protection.above())),
                Reach.max(Reach.fraction(protection.width()), reach.unit()),
                null);
    }

    /**
     * Those that are not as uncertain as they have to be.
     *
     * @param which primary cells are looked at
     * @param beyond by how many units more they have to be uncertain than they are asked to be, where that can be
     */
    List<Need> needs(BitSet withheld, BitSet which, int beyond) {
        return reach(withheld, which).map(reach -> needs(reach, which, beyond)).orElse(List.of());
    }

    private List<Need> needs(Reach reach, BitSet which, int beyond) {
        return which.stream()
                .mapToObj(cell -> limit(reach, cell, beyond).map(cells -> new Need(cell, OneOf.of(cells))))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<BitSet> limit(Reach reach, int cell, int beyond) {
        Demand demand = demand(reach, cell);
        BigFraction wide = demand.width().add(reach.unit().multiply(beyond));
        BigFraction width = demand.widest() == null ? wide : Reach.min(wide, demand.widest());
        if (demand.isWidthAlone(Reach.fraction(table.cells().get(cell).value())) && reach.hasRoom(cell, width)) {
            return Optional.empty();
        }
        Reach.End most = reach.most(cell);
        Reach.End least = reach.least(cell);
        // Half of somebody tells that there is one or none.
        BigFraction low = reach.ceilingOf(least.value());
        if (low.compareTo(demand.lowest()) > 0) {
            return Optional.of(oneOf(least.limits().stream(), least.value().subtract(demand.lowest())));
        }
        if (!most.isLimited()) {
            return Optional.empty();
        }
        BigFraction high = reach.floorOf(most.value());
        if (high.compareTo(demand.highest()) < 0) {
            return Optional.of(oneOf(most.limits().stream(), demand.highest().subtract(most.value())));
        }
        if (high.subtract(low).compareTo(width) < 0) {
            return Optional.of(oneOf(
                    Stream.concat(least.limits().stream(), most.limits().stream()),
                    width.subtract(most.value()).add(least.value())));
        }
        return Optional.empty();
    }

    /** Without as many of those that make least room as do not make enough together; where all do not, as much as they can. */
    private static BitSet oneOf(Stream<Reach.Limit> limits, BigFraction missing) {
        BigFraction wanted = Reach.max(missing, BigFraction.ZERO);
        SortedMap<Integer, BigFraction> rooms = new TreeMap<>();
        // More than enough is enough.
        limits.forEach(limit -> rooms.merge(
                limit.cell(), limit.room() == null ? wanted : Reach.min(limit.room(), wanted), BigFraction::add));
        BigFraction needed = Reach.min(wanted, rooms.values().stream().reduce(BigFraction.ZERO, BigFraction::add));
        List<Map.Entry<Integer, BigFraction>> leastFirst =
                rooms.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
        BitSet cells = new BitSet();
        BigFraction room = BigFraction.ZERO;
        for (Map.Entry<Integer, BigFraction> limit : leastFirst) {
            room = room.add(limit.getValue());
            cells.set(limit.getKey(), room.compareTo(needed) >= 0);
        }
        return cells;
    }
}
