package se.skolkvalitet.certificate;

import java.math.BigDecimal;

/**
 * Between which ends everybody knows a figure to lie, though it is withheld: by the rule by which it is.
 *
 * @param least null where nobody knows any, but that nothing is below zero where something is counted
 * @param most null where nobody knows any
 */
public record Ends(BigDecimal least, BigDecimal most) {
    public static final Ends UNKNOWN = new Ends(null, null);

    public Ends {
        if (least != null && least.signum() < 0) {
            throw new IllegalArgumentException("Nothing is below zero that lies between ends: " + least);
        }
        if (least != null && most != null && least.compareTo(most) > 0) {
            throw new IllegalArgumentException("Nothing lies between " + least + " and " + most);
        }
    }

    public static Ends between(long least, long most) {
        return new Ends(BigDecimal.valueOf(least), BigDecimal.valueOf(most));
    }

    public static Ends from(long least) {
        return new Ends(BigDecimal.valueOf(least), null);
    }

    public boolean areKnown() {
        return least != null || most != null;
    }

    public boolean have(BigDecimal value) {
        return (least == null || value.compareTo(least) >= 0) && (most == null || value.compareTo(most) <= 0);
    }
}
