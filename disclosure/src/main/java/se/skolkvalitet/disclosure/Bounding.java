package se.skolkvalitet.disclosure;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Proves how cheaply a table can be protected at best: looks for derivations that the present prices leave open, prices
 * them, and so on, until there are none or the bound is reached.
 */
final class Bounding {
    private static final double COVERED = 0.999;

    private Bounding() {}

    /**
     * @param reached cost at which the table has been protected
     * @param rounds at most so many
     */
    static LowerBound bound(Table table, long reached, int rounds) {
        Derivations derivations = new Derivations(table);
        Pricing pricing = new Pricing(table);
        Set<BitSet> known = new HashSet<>();
        LowerBound best = LowerBound.of(table, pricing.inThousandths());
        for (int round = 0; round < rounds && best.cost() < reached; round++) {
            double[] weights = pricing.often();
            int before = known.size();
            for (Derivation found : derivations.lightest(floored(weights))) {
                double weight =
                        found.free().stream().mapToDouble(cell -> weights[cell]).sum();
                if (weight < COVERED && known.add(found.free())) {
                    pricing.add(found);
                }
            }
            if (known.size() == before && round > 0) {
                break;
            }
            pricing.improve(reached);
            LowerBound bound = LowerBound.of(table, pricing.inThousandths());
            best = bound.cost() > best.cost() ? bound : best;
        }
        return best;
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
