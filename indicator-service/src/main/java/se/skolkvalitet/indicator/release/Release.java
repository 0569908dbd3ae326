package se.skolkvalitet.indicator.release;

import java.time.OffsetDateTime;

/**
 * An immutable set of published values.
 *
 * @param id number such as {@code 2026.1}: the year of publication and a running number in it
 * @param sequence grows with each release
 * @param calculation that it publishes
 * @param codeVersion the build that made it
 * @param publishedAt null only while it is in preparation, and nobody but its job sees it
 * @param valueCount how many values it has
 */
public record Release(
        String id,
        long sequence,
        long calculation,
        int edition,
        String codeVersion,
        OffsetDateTime publishedAt,
        long valueCount) {

    /** What the event about a release says. */
    record Published(String release, int edition, OffsetDateTime publishedAt, long valueCount, String link) {
        static final String TOPIC = "indicator.releases";
        static final String TYPE = "se.skolkvalitet.indicator.release.published.v1";

        static Published from(Release release) {
            return new Published(
                    release.id(),
                    release.edition(),
                    release.publishedAt(),
                    release.valueCount(),
                    "/v1/releases/" + release.id());
        }
    }
}
