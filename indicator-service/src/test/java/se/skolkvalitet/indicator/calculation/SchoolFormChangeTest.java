package se.skolkvalitet.indicator.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.framework.DatedSchoolForm;

class SchoolFormChangeTest {
    @Test
    void aFormChangesWhereItBeginsWhereItBecomesAnotherAndWhereItEnds() {
        DatedSchoolForm form = new DatedSchoolForm(
                "grundskola", List.of(period("1962-07-01", "2028-06-30"), period("2028-07-01", "2040-06-30")));

        assertThat(SchoolFormChange.of(List.of(form)))
                .extracting(SchoolFormChange::day)
                .containsExactly(
                        LocalDate.parse("1962-07-01"), LocalDate.parse("2028-07-01"), LocalDate.parse("2040-07-01"));
    }

    @Test
    void aFormThatEndsUntilFurtherNoticeDoesNotEnd() {
        DatedSchoolForm form = new DatedSchoolForm(
                "x", List.of(new DatedSchoolForm.Period(LocalDate.parse("2011-07-01"), null, List.of())));

        assertThat(SchoolFormChange.of(List.of(form)))
                .containsExactly(new SchoolFormChange("x", LocalDate.parse("2011-07-01")));
    }

    private static DatedSchoolForm.Period period(String from, String to) {
        return new DatedSchoolForm.Period(LocalDate.parse(from), LocalDate.parse(to), List.of());
    }
}
