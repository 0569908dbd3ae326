package se.skolkvalitet.formula;

import java.util.Set;

/**
 * What an indicator says that its formula gives.
 *
 * @param schoolForms codes of those for each of which it has a value
 */
public record IndicatorFacts(Unit unit, PeriodKind periodKind, Set<String> schoolForms) {}
