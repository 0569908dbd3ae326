package se.skolkvalitet.formula;

import se.skolkvalitet.kit.text.Term;

/** What may be done with a measure: only counts add up; a share or an average needs a weight. */
public enum MeasureKind implements Term {
    COUNT,
    SHARE,
    AVERAGE,
    TEXT
}
