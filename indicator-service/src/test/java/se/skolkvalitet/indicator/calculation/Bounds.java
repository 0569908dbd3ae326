package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Between which a number lies; both are the number itself where it is exact. */
record Bounds(BigDecimal low, BigDecimal high) {
    static Bounds of(BigDecimal exact) {
        return new Bounds(exact, exact);
    }

    Bounds plus(Bounds other) {
        return new Bounds(low.add(other.low), high.add(other.high));
    }

    Bounds minus(Bounds other) {
        return new Bounds(low.subtract(other.high), high.subtract(other.low));
    }

    Bounds times(Bounds other) {
        return around(Stream.of(
                        low.multiply(other.low),
                        low.multiply(other.high),
                        high.multiply(other.low),
                        high.multiply(other.high))
                .sorted()
                .toList());
    }

    /** Null where the other may be zero. */
    Bounds by(Bounds other) {
        if (other.mayBeZero()) {
            return null;
        }
        return around(Stream.of(
                        Exact.divided(low, other.low),
                        Exact.divided(low, other.high),
                        Exact.divided(high, other.low),
                        Exact.divided(high, other.high))
                .sorted()
                .toList());
    }

    /** Each of them moved to where it may be at all. */
    Bounds within(BigDecimal least, BigDecimal most) {
        return new Bounds(low.max(least).min(most), high.max(least).min(most));
    }

    private boolean mayBeZero() {
        return low.signum() <= 0 && high.signum() >= 0;
    }

    private static Bounds around(List<BigDecimal> sorted) {
        return new Bounds(sorted.get(0), sorted.get(sorted.size() - 1));
    }
}
