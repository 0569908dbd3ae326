package se.skolkvalitet.indicator.calculation;

import java.util.List;
import java.util.Set;
import se.skolkvalitet.indicator.protection.DisclosureRules;

/** All that a calculation is a function of. */
record World(
        Register register,
        Statistics statistics,
        List<Measure> measures,
        List<Indicator> indicators,
        LeastCoverage leastCoverage,
        DisclosureRules disclosure,
        List<SchoolFormChange> formChanges) {

    World {
        measures = List.copyOf(measures);
        indicators = List.copyOf(indicators);
        formChanges = List.copyOf(formChanges);
    }

    /**
     * @param grades that it is about; empty where it is about all
     * @param isOfPupils whether its figures are about pupils
     */
    record Measure(String code, Set<Integer> grades, boolean isOfPupils) {}

    /** @param decimals to which its values are rounded */
    record Indicator(String code, Set<String> schoolForms, int decimals, boolean inPercent, String formula) {}

    Measure measure(String code) {
        return measures.stream()
                .filter(measure -> measure.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
