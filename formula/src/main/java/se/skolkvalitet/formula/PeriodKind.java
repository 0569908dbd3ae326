package se.skolkvalitet.formula;

import se.skolkvalitet.kit.text.Term;

/** School years are written 2024/25, calendar years 2025. */
public enum PeriodKind implements Term {
    SCHOOL_YEAR,
    CALENDAR_YEAR
}
