package se.skolkvalitet.regional.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClosingTest {
    private static final Integer NOTHING_SAID = null;

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 10", "200, 10", "201, 11", "220, 11", "221, 12", "16000, 800", "16001, 801"})
    void oneInTwentyMayBeClosedRoundedUpAndTenAtLeast(long active, long most) {
        assertThat(new Closing(0, active).most(NOTHING_SAID)).isEqualTo(most);
    }

    @Test
    void asManyAsMayBeClosedAreNotTooMuchAndOneMoreIs() {
        assertThat(new Closing(800, 16_000).isTooMuch(NOTHING_SAID)).isFalse();
        assertThat(new Closing(801, 16_000).isTooMuch(NOTHING_SAID)).isTrue();
    }

    @Test
    void whatTheCallerSaysHoldsWhetherItIsMoreThanUsualOrLess() {
        assertThat(new Closing(16_000, 16_000).isTooMuch(16_000)).isFalse();
        assertThat(new Closing(16_000, 16_000).isTooMuch(15_999)).isTrue();
        assertThat(new Closing(4, 16_000).isTooMuch(3)).isTrue();
        assertThat(new Closing(1, 16_000).isTooMuch(0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 16_000})
    void nothingIsNeverTooMuch(long active) {
        assertThat(new Closing(0, active).isTooMuch(0)).isFalse();
        assertThat(new Closing(0, active).isTooMuch(NOTHING_SAID)).isFalse();
    }
}
