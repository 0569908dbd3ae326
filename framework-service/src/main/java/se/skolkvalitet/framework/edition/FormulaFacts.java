package se.skolkvalitet.framework.edition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.skolkvalitet.formula.FormulaCheck;
import se.skolkvalitet.formula.FormulaFault;
import se.skolkvalitet.formula.IndicatorFacts;
import se.skolkvalitet.formula.MeasureFacts;
import se.skolkvalitet.framework.edition.Framework.Indicator;
import se.skolkvalitet.framework.edition.Framework.Measure;

/** The measures of an edition as the formulas of its indicators see them. */
final class FormulaFacts {
    private final Map<String, Measure> measures = new HashMap<>();

    FormulaFacts(List<Measure> measures) {
        measures.forEach(measure -> this.measures.putIfAbsent(measure.code(), measure));
    }

    List<FormulaFault> faults(Indicator indicator) {
        return FormulaCheck.faults(indicator.formula(), facts(indicator), this::measure);
    }

    /** A total says nothing of an area beside another. Of a formula with faults that is not known, and not said. */
    boolean isTotal(Indicator indicator) {
        return faults(indicator).isEmpty()
                && !FormulaCheck.quantity(indicator.formula(), facts(indicator), this::measure)
                        .kind()
                        .isComparable();
    }

    private static IndicatorFacts facts(Indicator indicator) {
        return new IndicatorFacts(indicator.unit(), indicator.periodKind(), codes(indicator.schoolForms()));
    }

    private Optional<MeasureFacts> measure(String code) {
        return Optional.ofNullable(measures.get(code))
                .map(measure -> new MeasureFacts(
                        measure.kind(),
                        measure.unit(),
                        measure.periodKind(),
                        codes(measure.schoolForms()),
                        measure.grades() == null ? Set.of() : measure.grades()));
    }

    private static Set<String> codes(Set<SchoolForm> forms) {
        return forms.stream().map(SchoolForm::value).collect(Collectors.toSet());
    }
}
