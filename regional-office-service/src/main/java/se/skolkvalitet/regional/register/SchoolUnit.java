package se.skolkvalitet.regional.register;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.regional.geography.Place;

/**
 * A skolenhet.
 *
 * @param organiser the one that has it; where it is closed, the last that had it
 * @param memberships which organiser had it from when to when, the earliest first
 * @param grades those of each school form of which somebody has told them, in the order of the forms
 */
public record SchoolUnit(
        SchoolUnitCode code,
        String name,
        OrganisationNumber organiser,
        List<Membership> memberships,
        Place municipality,
        Place county,
        List<SchoolForm> schoolForms,

        @Schema(description = "Of a school form that is not in it nobody has told the grades.")
        List<FormGrades> grades,

        @Nullable String orientation,
        @Nullable Address address,
        @Nullable Coordinates coordinates,
        UnitStatus status,
        long version) {

    /** Where visitors go. */
    public record Address(
            String street,
            @Nullable String zipCode,
            @Nullable String city) {}

    /** WGS84, degrees. */
    public record Coordinates(BigDecimal latitude, BigDecimal longitude) {}

    /** What the event about a school unit says. */
    record State(
            SchoolUnitCode code,
            String name,
            OrganisationNumber organiser,
            List<Membership> memberships,
            Place municipality,
            Place county,
            List<SchoolForm> schoolForms,
            List<FormGrades> grades,
            UnitStatus status) {
        static final String TOPIC = "regional.school-units";
        static final String TYPE = "se.skolkvalitet.regional.school-unit.v1";

        static State from(SchoolUnit unit) {
            return new State(
                    unit.code(),
                    unit.name(),
                    unit.organiser(),
                    unit.memberships(),
                    unit.municipality(),
                    unit.county(),
                    unit.schoolForms(),
                    unit.grades(),
                    unit.status());
        }
    }
}
