package se.skolkvalitet.indicator.background;

import se.skolkvalitet.kit.text.Term;

/** Why an organiser has no peers. */
public enum PeerReason implements Term {
    /** In no period do enough organisers have all of the background. */
    ORGANISERS,
    /** It lacks a value of the background in the period. */
    BACKGROUND,
    /** There are too few others of its kind that have all of it, or nobody has told its kind. */
    KIND
}
