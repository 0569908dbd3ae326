package se.skolkvalitet.indicator.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.indicator.calculation.ValueStatus;
import se.skolkvalitet.indicator.framework.Edition.Indicator;

class WithoutExpectationTest {
    private static final Indicator MERIT = new Indicator(
            "MERIT",
            null,
            null,
            List.of(),
            Set.of("gr"),
            "points",
            1,
            null,
            null,
            "",
            List.of("BOYS", "EDUCATION"),
            null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FEW_UNITS | 7 school units have a value of MERIT and of all of its background; it takes 30 to expect one.",
                "SAME_VALUE | All school units have the same value of MERIT, which no background explains.",
                "COLLINEAR | Between the school units a variable of the background does not vary, or follows from the others."
            })
    void saysWhyThereIsNoLine(ModelReason reason, String sentence) {
        assertThat(WithoutExpectation.sentence(MERIT, "T", ValueStatus.ESTIMATED, Optional.of(reason), 7))
                .isEqualTo(sentence);
    }

    @Test
    void namesTheBackgroundOfWhichTheAreaLacksAValue() {
        assertThat(WithoutExpectation.sentence(MERIT, "T", ValueStatus.ESTIMATED, Optional.empty(), 40))
                .isEqualTo("The area lacks a value of the background, which is BOYS, EDUCATION.");
    }

    @Test
    void saysThatNothingIsExpectedOfOneSex() {
        assertThat(WithoutExpectation.sentence(MERIT, "F", ValueStatus.ESTIMATED, Optional.empty(), 40))
                .isEqualTo("Values are expected of all (T) only, and this one is of F.");
    }
}
