package se.skolkvalitet.regional.register;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The grades that a school unit has in one of its school forms, in order; 0 is the preschool class. */
public record FormGrades(
        SchoolForm schoolForm,

        @Schema(description = "In order; 0 is the preschool class.")
        List<Integer> grades) {}
