package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import se.skolkvalitet.formula.Operator;

/** Two values of the same place, and what becomes of them together. */
record Pair(Result left, Result right) {
    private static final List<ValueStatus> STRONGEST_FIRST = List.of(
            ValueStatus.WITHHELD,
            ValueStatus.INCOMPLETE,
            ValueStatus.WITHDRAWN,
            ValueStatus.MISSING,
            ValueStatus.NOT_APPLICABLE);

    Result taken(Operator operator) {
        if (!haveValues()) {
            return absent();
        }
        if (operator == Operator.BY && right.value().signum() == 0) {
            return none(ValueStatus.NOT_APPLICABLE, null);
        }
        return of(number(operator), haveBounds() ? bounds(operator) : null);
    }

    private BigDecimal number(Operator operator) {
        return switch (operator) {
            case PLUS -> left.value().add(right.value());
            case MINUS -> left.value().subtract(right.value());
            case TIMES -> left.value().multiply(right.value());
            case BY -> Exact.divided(left.value(), right.value());
        };
    }

    private Bounds bounds(Operator operator) {
        return switch (operator) {
            case PLUS -> left.lies().plus(right.lies());
            case MINUS -> left.lies().minus(right.lies());
            case TIMES -> left.lies().times(right.lies());
            case BY -> left.lies().by(right.lies());
        };
    }

    boolean haveValues() {
        return left.hasValue() && right.hasValue();
    }

    boolean haveBounds() {
        return left.bounds() != null || right.bounds() != null;
    }

    /** A value that follows from both. */
    Result of(BigDecimal value, Bounds bounds) {
        return new Result(
                        value,
                        bounds,
                        status(),
                        null,
                        ofBoth(Result::coverage, BigDecimal::min),
                        ofBoth(Result::roundedShare, BigDecimal::max),
                        null,
                        left.counted().with(right.counted()))
                .restingOnOwn(left.own() || right.own());
    }

    private ValueStatus status() {
        return statusOf(List.of(left, right));
    }

    static ValueStatus statusOf(List<Result> sides) {
        return Stream.of(ValueStatus.ESTIMATED, ValueStatus.ROUNDED)
                .filter(status -> sides.stream().anyMatch(side -> side.status() == status))
                .findFirst()
                .orElse(ValueStatus.NORMAL);
    }

    Result none(ValueStatus status, ValueReason reason) {
        return Result.none(status, reason, left.counted().with(right.counted()));
    }

    /**
     * Why there is no value where a side has none: the stronger status of the two, the first where both are as strong.
     * What is incomplete tells the lower coverage of the sides that are.
     */
    Result absent() {
        Result stronger = strongestAbsent(List.of(left, right)).orElseThrow();
        return stronger.status() == ValueStatus.INCOMPLETE
                ? Result.incomplete(
                        stronger.reason(),
                        ofBoth(Pair::coverageOfIncomplete, BigDecimal::min),
                        left.counted().with(right.counted()))
                : none(stronger.status(), stronger.reason());
    }

    /** Empty where all have values; the first of those that are as strong. */
    static Optional<Result> strongestAbsent(List<Result> sides) {
        return sides.stream()
                .filter(side -> !side.hasValue())
                .min(Comparator.comparing(side -> STRONGEST_FIRST.indexOf(side.status())));
    }

    /** A side that is complete says nothing of how incomplete the two are. */
    static BigDecimal coverageOfIncomplete(Result side) {
        return side.status() == ValueStatus.INCOMPLETE ? side.coverage() : null;
    }

    /** Null where neither side has one. */
    private BigDecimal ofBoth(Function<Result, BigDecimal> number, BinaryOperator<BigDecimal> choice) {
        return Stream.of(left, right)
                .map(number)
                .filter(Objects::nonNull)
                .reduce(choice)
                .orElse(null);
    }
}
