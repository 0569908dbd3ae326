package se.skolkvalitet.indicator.calculation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that a calculation is a function of. */
record World(
        Register register,
        Statistics statistics,
        List<Measure> measures,
        List<Indicator> indicators,
        LeastCoverage leastCoverage) {

    World {
        measures = List.copyOf(measures);
        indicators = List.copyOf(indicators);
    }

    /** @param grades that it is about; empty where it is about all */
    record Measure(String code, Set<Integer> grades) {}

    /** @param decimals to which its values are rounded */
    record Indicator(String code, Set<String> schoolForms, int decimals, boolean inPercent, String formula) {}

    Map<String, Measure> measuresByCode() {
        return measures.stream().collect(Collectors.toMap(Measure::code, Function.identity()));
    }
}
