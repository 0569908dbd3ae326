package se.skolkvalitet.disclosure;

import java.math.BigDecimal;

/**
 * A figure of a table that is to be published.
 *
 * @param name what it is told by in results
 * @param value zero or more
 * @param cost of withholding it, over zero; of one that is not free it does not matter
 */
public record Cell(String name, BigDecimal value, Kind kind, long cost) {
    /** What may become of a cell. */
    public enum Kind {
        /** Tells too much of somebody: is withheld, and nobody may find it out. */
        PRIMARY,
        /** May be withheld so that others cannot be found out. */
        FREE,
        /** Known to everybody already, and so published whatever happens. */
        OPEN
    }

    public Cell {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("%s is below zero: %s".formatted(name, value));
        }
        if (kind == Kind.FREE && cost <= 0) {
            throw new IllegalArgumentException("It costs nothing to withhold %s".formatted(name));
        }
    }

    boolean isPrimary() {
        return kind == Kind.PRIMARY;
    }

    boolean isFree() {
        return kind == Kind.FREE;
    }
}
