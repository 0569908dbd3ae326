package se.skolkvalitet.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Looks for prices of sums that tell primary cells, which prove as much as possible, by the subgradient method: a sum of which no cell
 * pays to be withheld at the present prices becomes dearer, one of which several pay becomes cheaper (Held and Karp 1971).
 * How often each cell paid is about what a fractional solution would withhold of it.
 */
final class Pricing {
    private static final int MOST_STEPS = 300;
    private static final int PATIENCE = 20;
    private static final double FIRST_STEP = 0.2;
    private static final double LEAST_STEP = 1e-4;
    private static final double SLOWER = 0.7;
    private static final double MEMORY = 0.95;
    private static final double INERTIA = 0.3;

    private final double[] costs;
    private final double[] often;
    private final List<TellingSum> sums = new ArrayList<>();

    /** The cells of all sums, one after the other. */
    private int[] cells = {};

    /** By sum, where its cells begin; and where the last one's end. */
    private int[] begins = {0};

    private double[] prices = {};

    Pricing(Table table) {
        costs = table.cells().stream().mapToDouble(Cell::cost).toArray();
        often = new double[costs.length];
    }

    void add(TellingSum sum) {
        sums.add(sum);
    }

    private void line() {
        int lined = begins.length - 1;
        begins = Arrays.copyOf(begins, sums.size() + 1);
        for (int i = lined; i < sums.size(); i++) {
            begins[i + 1] = begins[i] + sums.get(i).free().size();
        }
        cells = Arrays.copyOf(cells, begins[sums.size()]);
        for (int i = lined; i < sums.size(); i++) {
            System.arraycopy(sums.get(i).free().cells(), 0, cells, begins[i], begins[i + 1] - begins[i]);
        }
    }

    /** How often each cell paid to be withheld, from 0 to 1. */
    double[] often() {
        return often.clone();
    }

    List<Map.Entry<TellingSum, Long>> inThousandths() {
        List<Map.Entry<TellingSum, Long>> priced = new ArrayList<>();
        for (int i = 0; i < prices.length; i++) {
            long price = Math.round(prices[i] * LowerBound.THOUSAND);
            if (price > 0) {
                priced.add(Map.entry(sums.get(i), price));
            }
        }
        return priced;
    }

    /** @param reachable a cost at which the table can be protected */
    void improve(double reachable) {
        line();
        prices = Arrays.copyOf(prices, sums.size());
        double[] best = prices.clone();
        double mostProven = -1;
        double step = FIRST_STEP;
        int since = 0;
        double[] direction = new double[prices.length];
        for (int i = 0; i < MOST_STEPS && step > LEAST_STEP; i++) {
            double[] left = left();
            double proven = 0;
            for (double price : prices) {
                proven += price;
            }
            for (int cell = 0; cell < left.length; cell++) {
                proven += Math.min(0, left[cell]);
                often[cell] = MEMORY * often[cell] + (left[cell] < 0 ? 1 - MEMORY : 0);
            }
            if (proven > mostProven + 1e-9) {
                mostProven = proven;
                best = prices.clone();
                since = 0;
            } else if (++since > PATIENCE) {
                step *= SLOWER;
                since = 0;
                prices = best.clone();
            }
            if (!move(left, direction, step * (Math.max(reachable, mostProven * 1.01 + 1) - proven))) {
                break;
            }
        }
        prices = best;
    }

    private double[] left() {
        double[] left = costs.clone();
        for (int i = 0; i < prices.length; i++) {
            if (prices[i] != 0) {
                for (int place = begins[i]; place < begins[i + 1]; place++) {
                    left[cells[place]] -= prices[i];
                }
            }
        }
        return left;
    }

    /** Whether there is anywhere to go. */
    private boolean move(double[] left, double[] direction, double length) {
        double square = 0;
        for (int i = 0; i < prices.length; i++) {
            // What has no price does not become cheaper: whether any cell pays is enough to know then.
            int enough = prices[i] == 0 ? 1 : Integer.MAX_VALUE;
            int paying = 0;
            for (int place = begins[i]; place < begins[i + 1] && paying < enough; place++) {
                paying += left[cells[place]] < 0 ? 1 : 0;
            }
            double wanted = 1 - paying;
            direction[i] = (1 - INERTIA) * wanted + INERTIA * direction[i];
            square += direction[i] * direction[i];
        }
        if (square < 1e-12) {
            return false;
        }
        for (int i = 0; i < prices.length; i++) {
            prices[i] = Math.max(0, prices[i] + length / square * direction[i]);
        }
        return true;
    }
}
