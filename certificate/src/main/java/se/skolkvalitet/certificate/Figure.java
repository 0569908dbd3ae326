package se.skolkvalitet.certificate;

import java.math.BigDecimal;

/**
 * A cell of a table as it is published.
 *
 * @param name what it is told by in findings
 * @param value null where it is withheld
 * @param cost of withholding it, where that is a choice; otherwise zero
 * @param owner who knows it anyway, as it is his; empty for nobody
 * @param ends between which everybody knows it to lie, were it withheld
 */
public record Figure(String name, Status status, BigDecimal value, long cost, String owner, Ends ends) {
    /** What became of a cell, and whether that was a choice. */
    public enum Status {
        /** Tells nothing that protects anybody: is published. */
        PUBLISHED,
        /** Known to everybody already, or could be nothing else were it withheld, and so published whatever happens. */
        OPEN,
        /** Withheld because it tells too much of somebody. */
        PRIMARY,
        /** Withheld so that others cannot be found out. */
        SECONDARY,
        /** Not told by itself, though nobody need be kept from knowing it. */
        UNTOLD
    }

    public Figure {
        if (isWithheld(status) != (value == null)) {
            throw new IllegalArgumentException("A value is there unless it is withheld: " + name);
        }
        if (cost < 0) {
            throw new IllegalArgumentException("Nothing costs less than nothing: " + name);
        }
    }

    /** Of which nobody knows anything but what is published. */
    public Figure(String name, Status status, BigDecimal value, long cost) {
        this(name, status, value, cost, "", Ends.UNKNOWN);
    }

    static boolean isWithheld(Status status) {
        return status != Status.PUBLISHED && status != Status.OPEN;
    }

    /** Whether it is withheld, for whatever reason. */
    public boolean isWithheld() {
        return isWithheld(status);
    }

    /** Whether all but the name is the same. */
    public boolean isSameAs(Figure other) {
        return equals(new Figure(name, other.status, other.value, other.cost, other.owner, other.ends));
    }

    /** Whether it could be withheld or published as one liked. */
    public boolean isFree() {
        return status == Status.PUBLISHED || status == Status.SECONDARY;
    }
}
