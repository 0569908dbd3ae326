package se.skolkvalitet.formula;

import java.util.Set;

/**
 * What an edition says of a measure, as far as formulas depend on it.
 *
 * @param schoolForms codes of those of which it has figures
 */
public record MeasureFacts(MeasureKind kind, Unit unit, PeriodKind periodKind, Set<String> schoolForms) {}
