package se.skolkvalitet.kit.imports;

import se.skolkvalitet.kit.text.Term;

/** What a faulty line does to an import: stops all of it, or is left out and reported. */
public enum ImportMode implements Term {
    ATOMIC,
    LENIENT
}
