package se.skolkvalitet.kit.text;

/**
 * A domain type whose outside form is one short text: an identifier such as a municipality code, or an enumeration
 * with names of its own. Implemented by records with a single {@code String value} that refuse bad values in their
 * constructor, and by enums as {@link Term}s.
 *
 * <p>The kit reads and writes a {@code Code} as its bare text everywhere: JSON, path and query parameters, columns.
 */
public interface Code {
    String value();
}
