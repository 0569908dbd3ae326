package se.skolkvalitet.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.testapp.ThingCode;
import se.skolkvalitet.kit.text.Nearest.Named;

class KnownCodesTest {
    private static final KnownCodes THINGS =
            new KnownCodes("thing", List.of(new Named("abc", "Alphabet"), new Named("xyz", "End")));

    @Test
    void anUnknownCodeIsNamedWithTheNearestOnes() {
        assertThat(THINGS.fault("thing", new ThingCode("abd")))
                .hasValue(new FieldError(
                        "thing", "unknown", "There is no thing abd; the nearest: abc (Alphabet), xyz (End)."));
    }

    @Test
    void aRequiredCodeThatIsUnknownIsABadRequest() {
        assertThatThrownBy(() -> THINGS.require("thing", new ThingCode("abd")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(ProblemType.INVALID_REQUEST));
    }

    @Test
    void aKnownCodeAndNoneAtAllArePassed() {
        assertThatCode(() -> {
                    THINGS.require("thing", new ThingCode("abc"));
                    THINGS.require("thing", null);
                })
                .doesNotThrowAnyException();
    }
}
