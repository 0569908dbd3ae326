package se.skolkvalitet.dialogue.round;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import se.skolkvalitet.dialogue.dialogue.RoundCode;

/**
 * One batch of organisers who are invited to dialogues in a stretch of time.
 *
 * @param dialogues how many there are in it
 * @param planning the latest planning job, at {@code /v1/plannings/}; null before the first
 * @param plannedAt null until it is planned
 */
public record Round(
        RoundCode code,
        String name,
        LocalDate firstDay,
        LocalDate lastDay,
        RoundState state,
        long dialogues,
        @Nullable UUID planning,
        @Nullable OffsetDateTime plannedAt,
        long version) {}
