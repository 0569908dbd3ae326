package se.skolkvalitet.indicator.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules in Java against cases worked out by hand. */
class RulesTest {
    static Stream<WorkedCase> cases() {
        return WorkedCases.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void givesWhatWasWorkedOutByHand(WorkedCase worked) {
        assertThat(worked.by(new Rules())).containsExactlyInAnyOrderEntriesOf(worked.expected());
    }
}
