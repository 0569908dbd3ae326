package se.skolkvalitet.indicator.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.OffsetDateTime;

/**
 * A set of published values, which never change.
 *
 * @param id number such as {@code 2026.1}: the year of publication and a running number in it; {@code 2026.1.1} of its first
 *     correction
 * @param sequence grows with each release that is published
 * @param state the only thing that changes, with {@code correctedBy}
 * @param corrects the release whose place it has taken; null where it corrects none
 * @param correctedBy the release that has taken its place; null where none has
 * @param calculation that it publishes
 * @param codeVersion the commit that it was made with; in releases before 0.2 the version of the build
 * @param publishedAt null only while it is in preparation, and nobody but its job sees it
 * @param valueCount how many values it has
 */
public record Release(
        String id,
        long sequence,
        ReleaseState state,
        @Nullable String corrects,
        @Nullable String correctedBy,
        long calculation,
        int edition,
        String codeVersion,
        OffsetDateTime publishedAt,
        long valueCount) {

    /** What the event about a release says; said again of one that is corrected. */
    record Published(
            String release,
            ReleaseState state,
            @JsonInclude(JsonInclude.Include.NON_NULL) String corrects,
            @JsonInclude(JsonInclude.Include.NON_NULL) String correctedBy,
            int edition,
            OffsetDateTime publishedAt,
            long valueCount,
            String link) {
        static final String TOPIC = "indicator.releases";
        static final String TYPE = "se.skolkvalitet.indicator.release.published.v1";

        static Published from(Release release) {
            return new Published(
                    release.id(),
                    release.state(),
                    release.corrects(),
                    release.correctedBy(),
                    release.edition(),
                    release.publishedAt(),
                    release.valueCount(),
                    "/v1/releases/" + release.id());
        }
    }
}
