package se.skolkvalitet.indicator.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The set-wise calculation against the cases worked out by hand. */
@QuarkusTest
class CalculatorTest {
    @Inject
    Jdbi jdbi;

    @Inject
    CalculationStore store;

    @Inject
    Calculator calculator;

    @Inject
    TakingOver takingOver;

    static Stream<WorkedCase> cases() {
        return WorkedCases.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void givesWhatWasWorkedOutByHand(WorkedCase worked) {
        assertThat(worked.by(new SetWise(jdbi, store, calculator, takingOver)))
                .containsExactlyInAnyOrderEntriesOf(worked.expected());
    }
}
