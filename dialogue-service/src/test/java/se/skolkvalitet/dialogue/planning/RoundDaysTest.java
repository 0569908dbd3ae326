package se.skolkvalitet.dialogue.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.kit.text.InvalidValue;

class RoundDaysTest {
    private static final LocalDate FIRST = LocalDate.of(2028, 2, 29);

    @ParameterizedTest
    @ValueSource(strings = {"2028-04-04", "2031-02-28"})
    void lastFromFiveWeeksToThreeYears(LocalDate last) {
        assertThat(new RoundDays(FIRST, last).last()).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"2028-04-03, range", "2031-03-01, range", "2028-02-29, order", "2028-02-28, order"})
    void lastNeitherLessNorMore(LocalDate last, String rule) {
        assertThatThrownBy(() -> new RoundDays(FIRST, last))
                .isInstanceOfSatisfying(InvalidValue.class, refused -> assertThat(refused.rule())
                        .isEqualTo(rule));
    }

    @Test
    void whoIsRefusedIsToldOnWhichDaysItCouldEnd() {
        assertThatThrownBy(() -> new RoundDays(FIRST, FIRST.plusDays(1)))
                .hasMessage("A round lasts from five weeks to three years; one that begins on 2028-02-29 ends from"
                        + " 2028-04-04 to 2031-02-28.");
    }

    @Test
    void theShortestHasAWorkingDayAtLeast() {
        assertThat(new RoundDays(LocalDate.of(2027, 12, 18), LocalDate.of(2028, 1, 22)).working())
                .isNotEmpty();
    }
}
