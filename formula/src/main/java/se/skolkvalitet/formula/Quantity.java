package se.skolkvalitet.formula;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a formula gives, as it follows from its measures.
 *
 * @param units in which it may be told
 */
public record Quantity(Kind kind, Set<Unit> units) {

    /** What may be done with a quantity, and how it is bounded. */
    public enum Kind {
        CONSTANT,
        /** Adds up over units: grows with an area's size, and says nothing beside that of another area. */
        TOTAL,
        /** From 0 to 100 percent. */
        SHARE,
        AVERAGE,
        RATIO,
        /** May be negative. */
        DIFFERENCE,
        /** Not negative; of areas only. */
        SPREAD;

        /** Whether two areas may be compared by it. */
        public boolean isComparable() {
            return this != CONSTANT && this != TOTAL;
        }
    }

    static Quantity of(Kind kind, Unit... units) {
        return new Quantity(kind, Set.of(units));
    }

    /** As the source gives it. */
    static Quantity of(MeasureFacts measure) {
        return switch (measure.kind()) {
            case COUNT -> of(Kind.TOTAL, measure.unit());
            case SHARE -> of(Kind.SHARE, measure.unit());
            case AVERAGE -> of(measure.unit() == Unit.RATIO ? Kind.RATIO : Kind.AVERAGE, measure.unit());
            case TEXT -> throw new IllegalArgumentException("a text is no quantity");
        };
    }

    boolean is(Kind one) {
        return kind == one;
    }

    Quantity as(Kind other) {
        return new Quantity(other, units);
    }

    Set<Unit> unitsLike(Quantity other) {
        Set<Unit> both = EnumSet.copyOf(units);
        both.retainAll(other.units);
        return both;
    }
}
