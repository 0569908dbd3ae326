package se.skolkvalitet.framework.edition;

import se.skolkvalitet.kit.text.Term;

/** A draft can be changed; a published edition never changes. */
public enum EditionState implements Term {
    DRAFT,
    PUBLISHED
}
