package se.skolkvalitet.disclosure;

import java.math.BigDecimal;
import se.skolkvalitet.certificate.Ends;
import se.skolkvalitet.certificate.Figure;

/**
 * A figure of a table that is to be published.
 *
 * @param name what it is told by in results
 * @param value zero or more where a width is asked in the table
 * @param cost of withholding a free cell, over zero; zero of others
 * @param protection of a primary cell; null of others
 * @param owner who knows it anyway, as it is his, and must not find out by it what is not; empty for nobody
 * @param ends between which everybody knows it to lie, were it withheld
 */
public record Cell(
        String name, BigDecimal value, Kind kind, long cost, Protection protection, String owner, Ends ends) {
    /** What may become of a cell. */
    public enum Kind {
        /** Tells too much of somebody: is withheld, and nobody may find it out. */
        PRIMARY,
        /** May be withheld so that others cannot be found out. */
        FREE,
        /** Known to everybody already, or could be nothing else were it withheld, and so published whatever happens. */
        OPEN,
        /** Is not told by itself, and whoever works it out may know it: but it is not below zero, and what is told adds up with it. */
        UNTOLD
    }

    public Cell {
        if (cost > 0 != (kind == Kind.FREE) || (protection != null) != (kind == Kind.PRIMARY)) {
            throw new IllegalArgumentException("A free cell has a cost, and a primary one a protection: " + name);
        }
    }

    public static Cell primary(String name, BigDecimal value, Protection protection) {
        return new Cell(name, value, Kind.PRIMARY, 0, protection, "", Ends.UNKNOWN);
    }

    public static Cell free(String name, BigDecimal value, long cost) {
        return new Cell(name, value, Kind.FREE, cost, null, "", Ends.UNKNOWN);
    }

    public static Cell open(String name, BigDecimal value) {
        return new Cell(name, value, Kind.OPEN, 0, null, "", Ends.UNKNOWN);
    }

    public static Cell untold(String name, BigDecimal value) {
        return new Cell(name, value, Kind.UNTOLD, 0, null, "", Ends.UNKNOWN);
    }

    /** The same, where somebody knows it of his own. */
    public Cell ownedBy(String somebody) {
        return new Cell(name, value, kind, cost, protection, somebody, ends);
    }

    /** The same, where everybody knows these ends of it. */
    public Cell lyingBetween(Ends known) {
        return new Cell(name, value, kind, cost, protection, owner, known);
    }

    /** @param somebody nobody, where it is empty */
    boolean isOwnedBy(String somebody) {
        return !owner.isEmpty() && owner.equals(somebody);
    }

    Figure published(boolean withheld) {
        return new Figure(name, status(withheld), withheld ? null : value, cost, owner, ends);
    }

    private Figure.Status status(boolean withheld) {
        return switch (kind) {
            case PRIMARY -> Figure.Status.PRIMARY;
            case FREE -> withheld ? Figure.Status.SECONDARY : Figure.Status.PUBLISHED;
            case OPEN -> Figure.Status.OPEN;
            case UNTOLD -> Figure.Status.UNTOLD;
        };
    }

    public boolean isPrimary() {
        return kind == Kind.PRIMARY;
    }

    boolean isFree() {
        return kind == Kind.FREE;
    }
}
