package se.skolkvalitet.regional.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.regional.register.Closing.OfCounty;

class ClosingTest {
    private static final Integer NOTHING_SAID = null;

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 10", "200, 10", "201, 11", "220, 11", "221, 12", "3000, 150", "3001, 151"})
    void oneInTwentyIsUsualRoundedUpAndTenAtLeast(long active, long usual) {
        assertThat(new OfCounty("01", 0, active).usual()).isEqualTo(usual);
    }

    @Test
    void asManyAsUsualAreNotTooMuchAndOneMoreIs() {
        assertThat(closing(new OfCounty("01", 150, 3000)).isTooMuch(NOTHING_SAID))
                .isFalse();
        assertThat(closing(new OfCounty("01", 151, 3000)).isTooMuch(NOTHING_SAID))
                .isTrue();
    }

    @Test
    void oneCountyThatTheFileLacksIsTooMuchHoweverManyUnitsTheOthersHave() {
        Closing closing = closing(new OfCounty("01", 1, 3000), new OfCounty("09", 60, 60));

        assertThat(closing.isTooMuch(NOTHING_SAID)).isTrue();
        assertThat(closing.inWords()).isEqualTo("60 of 60 in county 09");
    }

    @Test
    void whatTheCallerSaysHoldsForAllCountiesTogetherWhetherItIsMoreThanUsualOrLess() {
        Closing closing = closing(new OfCounty("01", 3000, 3000), new OfCounty("09", 4, 60));

        assertThat(closing.isTooMuch(3004)).isFalse();
        assertThat(closing.isTooMuch(3003)).isTrue();
        assertThat(closing(new OfCounty("09", 1, 60)).isTooMuch(0)).isTrue();
    }

    @Test
    void whereTheCallerAllowsLessThanUsualAllCountiesAreNamed() {
        Closing closing = closing(new OfCounty("01", 1, 3000), new OfCounty("09", 4, 60));

        assertThat(closing.inWords()).isEqualTo("1 of 3000 in county 01, 4 of 60 in county 09");
    }

    @Test
    void nothingIsNeverTooMuch() {
        assertThat(closing().isTooMuch(0)).isFalse();
        assertThat(closing().isTooMuch(NOTHING_SAID)).isFalse();
    }

    private static Closing closing(OfCounty... counties) {
        return new Closing(List.of(counties));
    }
}
