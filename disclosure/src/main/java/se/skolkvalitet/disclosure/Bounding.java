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

    private final Table table;
    private final Derivations derivations;
    private final Pricing pricing;
    private final Set<BitSet> known = new HashSet<>();
    private LowerBound best;

    Bounding(Table table) {
        this.table = table;
        this.derivations = new Derivations(table);
        this.pricing = new Pricing(table);
        this.best = LowerBound.of(table, pricing.inThousandths());
    }

    /**
     * @param reached cost at which the table has been protected
     * @param rounds at most so many
     */
    LowerBound bound(long reached, int rounds) {
        for (int round = 0; round < rounds && best.cost() < reached; round++) {
            int before = known.size();
            addOpenDerivations();
            if (known.size() == before) {
                break;
            }
            pricing.improve(reached);
            LowerBound bound = LowerBound.of(table, pricing.inThousandths());
            best = bound.cost() > best.cost() ? bound : best;
        }
        return best;
    }

    /** How often it pays to withhold each cell, from 0 to 1. */
    double[] often() {
        return pricing.often();
    }

    private void addOpenDerivations() {
        double[] weights = pricing.often();
        for (Derivation found : derivations.lightest(floored(weights))) {
            double weight =
                    found.free().stream().mapToDouble(cell -> weights[cell]).sum();
            if (weight < COVERED && known.add(found.free())) {
                pricing.add(found);
            }
        }
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
