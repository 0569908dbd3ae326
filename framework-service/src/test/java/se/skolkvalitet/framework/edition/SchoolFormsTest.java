package se.skolkvalitet.framework.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.framework.edition.SchoolForms.DatedSchoolForm;

class SchoolFormsTest {
    private static final LocalDate BEGINNING = LocalDate.of(2011, 7, 1);
    private static final LocalDate CHANGE = LocalDate.of(2028, 7, 1);

    @Test
    void aFormIsThereFromItsFirstDayToItsLast() {
        SchoolForms forms = with(new SchoolFormPeriod(BEGINNING, CHANGE.minusDays(1), List.of(0)));

        assertThat(forms.on(BEGINNING.minusDays(1))).isEmpty();
        assertThat(forms.on(BEGINNING)).contains(SchoolForm.FORSKOLEKLASS);
        assertThat(forms.on(CHANGE.minusDays(1))).contains(SchoolForm.FORSKOLEKLASS);
        assertThat(forms.on(CHANGE)).doesNotContain(SchoolForm.FORSKOLEKLASS).contains(SchoolForm.GRUNDSKOLA);
    }

    @Test
    void aPeriodThatBeginsBeforeTheOneBeforeItHasEndedIsRefused() {
        assertThatThrownBy(() -> with(
                        new SchoolFormPeriod(BEGINNING, CHANGE, List.of(0)),
                        new SchoolFormPeriod(CHANGE, null, List.of(0, 1))))
                .hasMessageContaining("forskoleklass")
                .hasMessageContaining("2028-07-01");
    }

    @Test
    void aPeriodAfterOneWithoutEndIsRefused() {
        assertThatThrownBy(() -> with(
                        new SchoolFormPeriod(BEGINNING, null, List.of(0)),
                        new SchoolFormPeriod(CHANGE, null, List.of(0, 1))))
                .hasMessageContaining("forskoleklass");
    }

    @Test
    void aFormWithoutPeriodIsRefused() {
        assertThatThrownBy(SchoolFormsTest::with).hasMessageContaining("forskoleklass");
    }

    @Test
    void aFormThatIsNotToldOfIsMissed() {
        List<DatedSchoolForm> forms = new ArrayList<>(all());
        forms.remove(0);

        assertThatThrownBy(() -> new SchoolForms(forms)).hasMessageContaining("each school form");
    }

    @Test
    void aPeriodDoesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> new SchoolFormPeriod(CHANGE, BEGINNING, List.of()))
                .hasMessageContaining("2011-07-01");
    }

    /** @param periods of the preschool class; all others are there from the beginning, without end */
    private static SchoolForms with(SchoolFormPeriod... periods) {
        List<DatedSchoolForm> forms = new ArrayList<>(all());
        forms.set(SchoolForm.FORSKOLEKLASS.ordinal(), new DatedSchoolForm(SchoolForm.FORSKOLEKLASS, List.of(periods)));
        return new SchoolForms(forms);
    }

    private static List<DatedSchoolForm> all() {
        return Arrays.stream(SchoolForm.values())
                .map(form -> new DatedSchoolForm(form, List.of(new SchoolFormPeriod(BEGINNING, null, List.of()))))
                .toList();
    }
}
