package se.skolkvalitet.regional.register;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An organiser's having a school unit. On any day a unit has one organiser or, while it is closed, none.
 *
 * @param from the first day; null where nobody has told when it began
 * @param to the day from which it was over, the first that no longer belongs to it; null while it lasts
 */
public record Membership(
        OrganisationNumber organiser,

        @Schema(description = "The first day; absent where nobody has told when it began.") @Nullable
        LocalDate from,

        @Schema(description = "The first day that no longer belongs to it; absent while it lasts.") @Nullable
        LocalDate to) {}
