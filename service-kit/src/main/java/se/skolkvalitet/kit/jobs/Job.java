package se.skolkvalitet.kit.jobs;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.Nullable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Long work, as a caller sees it.
 *
 * @param state where it is in its life
 * @param step what it does now, in words
 * @param done how much of {@code total} of the step is done, in the step's own unit
 * @param attempts how many times it was started: more than one where a service ended in the middle of it
 * @param report what came of it, once it has ended well; its shape depends on the kind of job
 * @param problem why it failed
 */
public record Job(
        UUID id,
        String kind,

        JobState state,

        @JsonRawValue @Schema(type = SchemaType.OBJECT) String parameters,
        @Nullable String inputSha256,
        @Nullable String step,
        long done,
        @Nullable Long total,
        int attempts,

        @Nullable @JsonRawValue @Schema(type = SchemaType.OBJECT)
        String report,

        @Nullable String problem,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime finishedAt) {
    /** What a job tells of its progress is what it is about to do; it tells nothing after the last of it. */
    public Job {
        if (state == JobState.COMPLETED && total != null) {
            done = total;
        }
    }
}
