package se.skolkvalitet.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What repetitions of ours and of the yardstick gave, taken in turn. The ratio is of each pair, measured within moments
 * of each other, so that what else the machine does weighs on both.
 */
public record Figures(Unit unit, Spread ours, Spread yardstick, Spread ratio) {

    /** One repetition of both. */
    record Pair(double ours, double yardstick) {}

    static Figures of(Unit unit, List<Pair> pairs) {
        List<Double> ratios = new ArrayList<>();
        for (Pair pair : pairs) {
            ratios.add(unit.cost(pair.ours(), pair.yardstick()));
        }
        return new Figures(
                unit,
                Spread.of(pairs.stream().map(Pair::ours).toList()),
                Spread.of(pairs.stream().map(Pair::yardstick).toList()),
                Spread.of(ratios));
    }
}
