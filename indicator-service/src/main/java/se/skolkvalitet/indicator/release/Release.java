package se.skolkvalitet.indicator.release;

import jakarta.annotation.Nullable;
import java.time.OffsetDateTime;
import se.skolkvalitet.kit.events.Event;

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

    private static final String TOPIC = "indicator.releases";

    /** The event that tells of it. */
    Event event() {
        return corrects == null
                ? new Event(TOPIC, Published.TYPE, id, sequence, Published.from(this))
                : new Event(TOPIC, Corrected.TYPE, id, sequence, Corrected.from(this));
    }

    private String link() {
        return "/v1/releases/" + id;
    }

    /** What the event about a release of its own says. */
    record Published(String release, int edition, OffsetDateTime publishedAt, long valueCount, String link) {
        static final String TYPE = "se.skolkvalitet.indicator.release.published.v1";

        private static Published from(Release release) {
            return new Published(
                    release.id(), release.edition(), release.publishedAt(), release.valueCount(), release.link());
        }
    }

    /** What the event says about a release that takes the place of another. */
    record Corrected(
            String release, String corrects, int edition, OffsetDateTime publishedAt, long valueCount, String link) {
        static final String TYPE = "se.skolkvalitet.indicator.release.corrected.v1";

        private static Corrected from(Release release) {
            return new Corrected(
                    release.id(),
                    release.corrects(),
                    release.edition(),
                    release.publishedAt(),
                    release.valueCount(),
                    release.link());
        }
    }
}
