package se.skolkvalitet.disclosure;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Proves how cheaply a table can be protected at best: looks for sums that tell primary cells and that the present prices
 * leave open, prices them, and so on, until there are none or the bound is reached. What tells a primary cell although all
 * cells are withheld that often pay to be is such a sum.
 */
final class Bounding {
    private static final long SEED = 1;
    private static final double COVERED = 0.999;
    private static final int FEW_AT_ONCE = 300;
    private static final int CHOICES = 10;
    private static final int MOST_VAIN = 3;

    private final Table table;
    private final Incidence incidence;
    private final Telling telling;
    private final Owners owners;
    private final Pricing pricing;
    private final Set<TellingSum> found;
    private final Set<OneOf> known = new HashSet<>();
    private final Random random = new Random(SEED);

    /** @param found sums that are known already, of which those are priced that prove something */
    Bounding(Table table, List<TellingSum> found) {
        this.table = table;
        this.incidence = new Incidence(table);
        this.telling = new Telling(table, incidence);
        this.owners = new Owners(table, incidence, telling, table.primaries());
        this.pricing = new Pricing(table);
        // The fewer cells one has, the more its price proves.
        this.found = found.stream()
                .sorted(Comparator.comparingInt(sum -> sum.free().size()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * @param reached cost at which the table has been protected
     * @param rounds at most so many
     */
    LowerBound bound(long reached, int rounds) {
        List<Map.Entry<TellingSum, Long>> best = List.of();
        long proven = 0;
        int vain = 0;
        for (int round = 0; round < rounds && vain < MOST_VAIN && proven < reached; round++) {
            int before = known.size();
            addWhatIsOpen();
            vain = known.size() == before ? vain + 1 : 0;
            pricing.improve(reached);
            List<Map.Entry<TellingSum, Long>> prices = pricing.inThousandths();
            long cost = LowerBound.cost(
                    table,
                    prices.stream()
                            .map(priced -> Map.entry(priced.getKey().free(), priced.getValue()))
                            .toList());
            if (cost > proven) {
                proven = cost;
                best = prices;
            }
        }
        return LowerBound.of(table, derived(best));
    }

    private List<Map.Entry<Derivation, Long>> derived(List<Map.Entry<TellingSum, Long>> prices) {
        return prices.stream()
                .flatMap(
                        priced -> priced
                                .getKey()
                                .derivation(table)
                                .map(derivation -> Map.entry(derivation, priced.getValue()))
                                .stream())
                .toList();
    }

    private void addWhatIsOpen() {
        double[] often = pricing.often();
        Stream.concat(found.stream(), choices(often).flatMap(withheld -> tellingSums(withheld)))
                .filter(sum -> !sum.free().isEmpty() && weight(sum, often) < COVERED)
                .filter(sum -> known.add(sum.free()))
                .limit(Math.max(FEW_AT_ONCE, table.primaries().cardinality()))
                .forEach(pricing::add);
        found.removeIf(sum -> known.contains(sum.free()));
    }

    private Stream<TellingSum> tellingSums(BitSet withheld) {
        Solved solved = new Solved(incidence, withheld);
        return Stream.concat(telling.of(solved, withheld, table.primaries()), owners.sums(solved, withheld));
    }

    /** Primary cells and those that often pay, by chance more or fewer of them. */
    private Stream<BitSet> choices(double[] often) {
        return IntStream.range(0, CHOICES).mapToObj(choice -> {
            BitSet withheld = table.neverTold();
            double most = random.nextDouble();
            table.free().stream()
                    .filter(cell -> often[cell] > most * random.nextDouble())
                    .forEach(withheld::set);
            return withheld;
        });
    }

    private static double weight(TellingSum sum, double[] weights) {
        return sum.free().stream().mapToDouble(cell -> weights[cell]).sum();
    }
}
