package se.skolkvalitet.formula;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Between which percentages the values of a formula lie, whatever the figures are. Empty where nothing keeps them within any:
 * a ratio, or an average that is told in percent.
 */
record Percentages(Function<String, Optional<MeasureFacts>> measures)
        implements Formula.Cases<Optional<Percentages.Range>> {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Range SHARES = new Range(BigDecimal.ZERO, HUNDRED);

    /** From the least to the most. */
    record Range(BigDecimal low, BigDecimal high) {
        private static Range of(BigDecimal... ends) {
            return new Range(
                    Stream.of(ends).min(BigDecimal::compareTo).orElseThrow(),
                    Stream.of(ends).max(BigDecimal::compareTo).orElseThrow());
        }

        /** Whether all of them may be percentages, or differences between such. */
        boolean isPossible() {
            return high.compareTo(HUNDRED) <= 0 && low.compareTo(HUNDRED.negate()) >= 0;
        }

        private Range plus(Range other) {
            return new Range(low.add(other.low), high.add(other.high));
        }

        private Range minus(Range other) {
            return new Range(low.subtract(other.high), high.subtract(other.low));
        }

        private Range times(Range other) {
            return of(
                    low.multiply(other.low),
                    low.multiply(other.high),
                    high.multiply(other.low),
                    high.multiply(other.high));
        }
    }

    @Override
    public Optional<Range> constant(Formula.Constant formula) {
        return Optional.of(Range.of(formula.number()));
    }

    @Override
    public Optional<Range> reported(Formula.Reported formula) {
        return of(formula.of());
    }

    @Override
    public Optional<Range> total(Formula.Total formula) {
        return Optional.empty();
    }

    @Override
    public Optional<Range> mean(Formula.Mean formula) {
        return of(formula.of());
    }

    @Override
    public Optional<Range> harmonic(Formula.Harmonic formula) {
        return Optional.empty();
    }

    @Override
    public Optional<Range> ratio(Formula.Ratio formula) {
        return Optional.empty();
    }

    @Override
    public Optional<Range> share(Formula.Share formula) {
        return Optional.of(SHARES);
    }

    @Override
    public Optional<Range> gap(Formula.Gap formula) {
        return formula.asDifference().in(this);
    }

    /** A standard deviation is at most half of what the values are apart. */
    @Override
    public Optional<Range> spread(Formula.Spread formula) {
        return formula.of()
                .in(this)
                .map(range -> new Range(
                        BigDecimal.ZERO, range.high().subtract(range.low()).multiply(HALF)));
    }

    @Override
    public Optional<Range> arithmetic(Formula.Arithmetic formula) {
        Optional<Range> left = formula.left().in(this);
        Optional<Range> right = formula.right().in(this);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        return switch (formula.operator()) {
            case PLUS -> left.map(range -> range.plus(right.get()));
            case MINUS -> left.map(range -> range.minus(right.get()));
            case TIMES -> left.map(range -> range.times(right.get()));
            case BY -> Optional.empty();
        };
    }

    private Optional<Range> of(Figures figures) {
        return measures.apply(figures.measure())
                .filter(measure -> measure.kind() == MeasureKind.SHARE)
                .map(measure -> SHARES);
    }
}
