package se.skolkvalitet.certificate;

import java.math.BigDecimal;

/**
 * Between which ends everybody knows a figure to lie, though it is withheld: by the rule by which it is.
 *
 * @param least null where nobody knows any, but that nothing is below zero where something is counted
 * @param most null where nobody knows any
 * @param orNone whether it may be zero as well
 */
public record Ends(BigDecimal least, BigDecimal most, boolean orNone) {
    public static final Ends UNKNOWN = new Ends(null, null, false);

    public Ends {
        if (least != null && least.signum() < 0) {
            throw new IllegalArgumentException("Nothing is below zero that lies between ends: " + least);
        }
        if (least != null && most != null && least.compareTo(most) > 0) {
            throw new IllegalArgumentException("Nothing lies between " + least + " and " + most);
        }
        if (orNone && (least == null || least.signum() == 0)) {
            throw new IllegalArgumentException("Zero is nothing else than what may be from zero");
        }
    }

    public static Ends between(long least, long most) {
        return new Ends(BigDecimal.valueOf(least), BigDecimal.valueOf(most), false);
    }

    public static Ends from(long least) {
        return new Ends(BigDecimal.valueOf(least), null, false);
    }

    /** That it is zero, or so much or more. */
    public static Ends noneOrFrom(long least) {
        return new Ends(BigDecimal.valueOf(least), null, true);
    }

    /** Below which nothing is, where something is counted. */
    public BigDecimal lowest() {
        return least == null || orNone ? BigDecimal.ZERO : least;
    }

    /** What both say; a value between them has to be between both. */
    public Ends and(Ends other) {
        BigDecimal from =
                least == null || other.least != null && other.least.compareTo(least) > 0 ? other.least : least;
        BigDecimal to = most == null || other.most != null && other.most.compareTo(most) < 0 ? other.most : most;
        boolean mayBeNone = have(BigDecimal.ZERO) && other.have(BigDecimal.ZERO);
        if (mayBeNone && from != null && to != null && from.compareTo(to) > 0) {
            return between(0, 0);
        }
        return new Ends(from, to, mayBeNone && from != null && from.signum() > 0);
    }

    public boolean areKnown() {
        return least != null || most != null;
    }

    public boolean have(BigDecimal value) {
        return orNone && value.signum() == 0
                || (least == null || value.compareTo(least) >= 0) && (most == null || value.compareTo(most) <= 0);
    }
}
