package se.skolkvalitet.dialogue.round;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One batch of organisers who are invited to dialogues in a stretch of time.
 *
 * @param dialogues how many there are in it
 * @param plannedAt null until it is planned
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Round(
        RoundCode code,
        String name,
        LocalDate firstDay,
        LocalDate lastDay,
        @Schema(enumeration = {"open", "planned"}) String state,
        long dialogues,
        OffsetDateTime plannedAt) {}
