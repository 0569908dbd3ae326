package se.skolkvalitet.formula;

import java.util.Set;

/**
 * What an edition says of a measure, as far as formulas depend on it.
 *
 * @param schoolForms codes of those of which it has figures
 * @param grades those of which it has figures; empty where it has them of all grades of its school forms
 */
public record MeasureFacts(
        MeasureKind kind, Unit unit, PeriodKind periodKind, Set<String> schoolForms, Set<Integer> grades) {
    boolean hasGrade(int grade) {
        return grades.isEmpty() || grades.contains(grade);
    }
}
