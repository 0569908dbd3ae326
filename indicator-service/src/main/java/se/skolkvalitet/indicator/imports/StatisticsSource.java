package se.skolkvalitet.indicator.imports;

import se.skolkvalitet.kit.text.Term;

/** Whose statistics a file holds, and so how it is read. */
public enum StatisticsSource implements Term {
    /** One answer of {@code GET /v4/school-units/{code}/statistics/gr} a line. */
    SKOLVERKET_PLANNED_EDUCATIONS_GR
}
