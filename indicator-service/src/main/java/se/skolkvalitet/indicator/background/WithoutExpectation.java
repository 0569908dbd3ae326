package se.skolkvalitet.indicator.background;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.skolkvalitet.indicator.calculation.ValueStatus;
import se.skolkvalitet.indicator.framework.Edition.Indicator;

/** Why nothing is expected of a value, in a sentence. */
final class WithoutExpectation {
    private static final String ALL_SEXES = "T";
    private static final Set<ValueStatus> WITH_NUMBER =
            Set.of(ValueStatus.NORMAL, ValueStatus.ESTIMATED, ValueStatus.ROUNDED);

    private WithoutExpectation() {}

    /**
     * @param sex of the value
     * @param status of the value
     * @param reason of the model, empty where there is a line
     * @param units of the model
     */
    static String sentence(
            Indicator indicator, String sex, ValueStatus status, Optional<ModelReason> reason, int units) {
        List<String> background = indicator.expectedBy();
        if (background.isEmpty()) {
            return "The edition names no background by which %s is expected.".formatted(indicator.code());
        }
        if (!sex.equals(ALL_SEXES)) {
            return "Values are expected of all (%s) only, and this one is of %s.".formatted(ALL_SEXES, sex);
        }
        if (!WITH_NUMBER.contains(status)) {
            return "There is no value to hold against what is expected: its status is %s.".formatted(status.value());
        }
        return reason.map(why -> sentence(why, indicator, units))
                .orElseGet(() -> "The area lacks a value of the background, which is %s."
                        .formatted(String.join(", ", background)));
    }

    private static String sentence(ModelReason reason, Indicator indicator, int units) {
        return switch (reason) {
            case FEW_UNITS ->
                "%d school units have a value of %s and of all of its background; it takes %d to expect one."
                        .formatted(
                                units,
                                indicator.code(),
                                Regression.leastUnits(indicator.expectedBy().size()));
            case SAME_VALUE ->
                "All school units have the same value of %s, which no background explains.".formatted(indicator.code());
            case COLLINEAR ->
                "Between the school units a variable of the background does not vary, or follows from the others.";
        };
    }
}
