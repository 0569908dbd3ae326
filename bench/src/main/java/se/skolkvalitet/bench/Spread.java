package se.skolkvalitet.bench;

import java.util.List;

/** What several repetitions gave: the one in the middle, and how far the others lie from it. */
public record Spread(double median, double lowest, double highest) {

    static Spread of(List<Double> repetitions) {
        if (repetitions.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double[] sorted =
                repetitions.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    double width() {
        return highest - lowest;
    }

    /** Whether it is higher than another by more than either of them scatters. */
    boolean isAbove(Spread other) {
        return median - other.median > Math.max(width(), other.width());
    }
}
