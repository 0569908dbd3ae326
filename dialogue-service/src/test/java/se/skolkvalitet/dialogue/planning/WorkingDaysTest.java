package se.skolkvalitet.dialogue.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-01-01", "2027-01-06", "2027-03-26", "2027-03-29", "2027-05-06", "2026-05-01", "2028-06-06",
                "2027-06-25", "2026-06-19", "2027-12-24", "2026-12-25", "2026-12-31", "2027-05-01", "2028-11-04"
            })
    void nobodyMeetsOnAHolidayOrItsEve(LocalDate day) {
        assertThat(WorkingDays.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2028-02-29", "2027-06-24", "2027-06-18", "2027-01-07", "2026-12-30", "2027-05-07"})
    void anOrdinaryWeekdayIsAWorkingDay(LocalDate day) {
        assertThat(WorkingDays.isWorkingDay(day)).isTrue();
    }

    @Test
    void bothEndsBelongToTheRange() {
        assertThat(WorkingDays.between(LocalDate.of(2026, 12, 30), LocalDate.of(2027, 1, 4)))
                .containsExactly(LocalDate.of(2026, 12, 30), LocalDate.of(2027, 1, 4));
    }
}
