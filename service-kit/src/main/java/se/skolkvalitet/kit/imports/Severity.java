package se.skolkvalitet.kit.imports;

import se.skolkvalitet.kit.text.Term;

/** What is told of a line: that it is wrong, or that it is odd and somebody should look at it. */
public enum Severity implements Term {
    FAULT,
    WARNING
}
