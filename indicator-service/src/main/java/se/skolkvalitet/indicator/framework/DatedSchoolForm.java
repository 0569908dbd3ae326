package se.skolkvalitet.indicator.framework;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;

/** What a school form is from when to when, one period after the other. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DatedSchoolForm(String code, List<Period> periods) {

    /**
     * What it is for a time: with which grades.
     *
     * @param validTo the last day; null until further notice
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Period(LocalDate validFrom, LocalDate validTo, List<Integer> grades) {
        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
        }
    }
}
