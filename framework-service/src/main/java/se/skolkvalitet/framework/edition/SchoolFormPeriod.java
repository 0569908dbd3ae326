package se.skolkvalitet.framework.edition;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a school form is for a time.
 *
 * @param validTo the last day; null until further notice
 */
public record SchoolFormPeriod(
        LocalDate validFrom,

        @Nullable LocalDate validTo,

        @Schema(description = "In order; 0 is the preschool class. Empty where the form has no grades.")
        List<Integer> grades) {

    public SchoolFormPeriod {
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("%s is before %s".formatted(validTo, validFrom));
        }
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    boolean endsBefore(SchoolFormPeriod next) {
        return validTo != null && validTo.isBefore(next.validFrom);
    }
}
