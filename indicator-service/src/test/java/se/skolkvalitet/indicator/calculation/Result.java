package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import se.skolkvalitet.indicator.imports.ObservationStatus;

/**
 * A value before it is rounded, or why there is none. All but status and counts may be null.
 *
 * @param coverage also of a value that there is not, where it is incomplete
 * @param estimate what would have been calculated, had the source told no figure of its own
 * @param quotient of a value that is one sum by another
 * @param own whether it rests on a figure that the source tells of the area itself
 */
record Result(
        BigDecimal value,
        Bounds bounds,
        ValueStatus status,
        ValueReason reason,
        BigDecimal coverage,
        BigDecimal roundedShare,
        BigDecimal estimate,
        Counted counted,
        Quotient quotient,
        boolean own) {

    Result(
            BigDecimal value,
            Bounds bounds,
            ValueStatus status,
            ValueReason reason,
            BigDecimal coverage,
            BigDecimal roundedShare,
            BigDecimal estimate,
            Counted counted) {
        this(value, bounds, status, reason, coverage, roundedShare, estimate, counted, null, false);
    }

    /** How many units it is about, and how many of them have a value. */
    record Counted(int units, int withValue) {
        static final Counted NONE = new Counted(0, 0);
        static final Counted ONE_WITHOUT_VALUE = new Counted(1, 0);
        static final Counted ONE_WITH_VALUE = new Counted(1, 1);
        /** Leaves the other side's as they are. */
        static final Counted OF_A_CONSTANT = new Counted(0, Integer.MAX_VALUE);

        Counted with(Counted other) {
            return new Counted(Math.max(units, other.units), Math.min(withValue, other.withValue));
        }
    }

    static Result none(ValueStatus status, ValueReason reason, Counted counted) {
        return new Result(null, null, status, reason, null, null, null, counted);
    }

    static Result incomplete(ValueReason reason, BigDecimal coverage, Counted counted) {
        return new Result(null, null, ValueStatus.INCOMPLETE, reason, coverage, null, null, counted);
    }

    static Result constant(BigDecimal number) {
        return new Result(number, null, ValueStatus.NORMAL, null, null, null, null, Counted.OF_A_CONSTANT);
    }

    /** As the source tells it. */
    static Result told(Statistics.Observation figure, Counted counted, BigDecimal estimate) {
        Bounds bounds = figure.low() == null ? null : new Bounds(figure.low(), figure.high());
        return new Result(figure.value(), bounds, status(figure.status()), null, null, null, estimate, counted);
    }

    private static ValueStatus status(ObservationStatus status) {
        return switch (status) {
            case NORMAL -> ValueStatus.NORMAL;
            case ROUNDED -> ValueStatus.ROUNDED;
            case WITHHELD -> ValueStatus.WITHHELD;
            case MISSING -> ValueStatus.MISSING;
            case NOT_APPLICABLE -> ValueStatus.NOT_APPLICABLE;
            case WITHDRAWN -> ValueStatus.WITHDRAWN;
        };
    }

    Result with(Quotient one) {
        return new Result(value, bounds, status, reason, coverage, roundedShare, estimate, counted, one, own);
    }

    /** @param one whether it rests on a figure that the source tells of the area itself */
    Result restingOnOwn(boolean one) {
        return new Result(value, bounds, status, reason, coverage, roundedShare, estimate, counted, quotient, one);
    }

    /** As if its source had rounded it. */
    Result rounded() {
        return new Result(
                value, bounds, ValueStatus.ROUNDED, reason, coverage, roundedShare, estimate, counted, quotient, own);
    }

    boolean hasValue() {
        return value != null;
    }

    /** Whether it rests on rounded figures. */
    boolean isRounded() {
        return status == ValueStatus.ROUNDED || bounds != null;
    }

    /** The value itself where nothing else is known. */
    Bounds lies() {
        return bounds == null ? Bounds.of(value) : bounds;
    }
}
