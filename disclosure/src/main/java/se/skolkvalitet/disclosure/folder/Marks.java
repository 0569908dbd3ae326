package se.skolkvalitet.disclosure.folder;

import java.util.Set;

/**
 * Which columns of a file of cells tell their value, and which cells are primary.
 *
 * @param primary column
 * @param marks what stands in it of primary cells
 */
public record Marks(String value, String primary, Set<String> marks) {
    /** Columns {@code value} and {@code primary}, with 1 for primary cells. */
    public static final Marks USUAL = new Marks("value", "primary", Set.of("1"));
}
