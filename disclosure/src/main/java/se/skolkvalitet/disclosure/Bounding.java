package se.skolkvalitet.disclosure;

import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proves how cheaply a table can be protected at best: looks for sums that tell primary cells and that the present prices
 * leave open, prices them, and so on, until there are none or the bound is reached.
 */
final class Bounding {
    private static final double COVERED = 0.999;
    private static final int MOST_AT_ONCE = 300;

    private final Table table;
    private final Derivations derivations;
    private final Pricing pricing;
    private final Set<TellingSum> found;
    private final Set<BitSet> known = new HashSet<>();

    /** @param found sums that are known already, of which those are priced that prove something */
    Bounding(Table table, List<TellingSum> found) {
        this.table = table;
        this.derivations = new Derivations(table);
        this.pricing = new Pricing(table);
        this.found = new LinkedHashSet<>(found);
    }

    /**
     * @param reached cost at which the table has been protected
     * @param rounds at most so many
     */
    LowerBound bound(long reached, int rounds) {
        List<Map.Entry<TellingSum, Long>> best = List.of();
        long proven = 0;
        for (int round = 0; round < rounds && proven < reached; round++) {
            int before = known.size();
            addWhatIsOpen();
            if (known.size() == before) {
                break;
            }
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
        Factors factors = new Factors(table);
        return prices.stream()
                .flatMap(
                        priced -> factors
                                .derivation(priced.getKey())
                                .map(derivation -> Map.entry(derivation, priced.getValue()))
                                .stream())
                .toList();
    }

    private void addWhatIsOpen() {
        double[] often = pricing.often();
        Stream.concat(derivations.lightest(floored(often)).stream(), found.stream())
                .filter(sum -> weight(sum, often) < COVERED)
                .limit(MOST_AT_ONCE)
                .filter(sum -> known.add(sum.free()))
                .forEach(pricing::add);
        found.removeIf(sum -> known.contains(sum.free()));
    }

    private static double weight(TellingSum sum, double[] weights) {
        return sum.free().stream().mapToDouble(cell -> weights[cell]).sum();
    }

    /** So that of two sums that weigh nothing the shorter is lighter. */
    private static double[] floored(double[] weights) {
        double[] floored = new double[weights.length];
        for (int cell = 0; cell < weights.length; cell++) {
            floored[cell] = weights[cell] + 1e-3;
        }
        return floored;
    }
}
