package se.skolkvalitet.indicator.calculation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import se.skolkvalitet.indicator.framework.DatedSchoolForm;

/** That a school form begins, ends, or becomes another on a day: periods on both sides of it are not taken together. */
@JsonNaming(SnakeCaseStrategy.class)
record SchoolFormChange(String schoolForm, LocalDate day) {
    static List<SchoolFormChange> of(List<DatedSchoolForm> forms) {
        return forms.stream()
                .flatMap(form -> form.periods().stream()
                        .flatMap(SchoolFormChange::ends)
                        .distinct()
                        .sorted()
                        .map(day -> new SchoolFormChange(form.code(), day)))
                .toList();
    }

    private static Stream<LocalDate> ends(DatedSchoolForm.Period period) {
        Stream<LocalDate> after = Stream.ofNullable(period.validTo()).map(last -> last.plusDays(1));
        return Stream.concat(Stream.of(period.validFrom()), after);
    }
}
