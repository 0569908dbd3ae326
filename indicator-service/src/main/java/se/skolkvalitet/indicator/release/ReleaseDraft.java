package se.skolkvalitet.indicator.release;

import jakarta.annotation.Nullable;
import java.time.OffsetDateTime;

/**
 * A release that is not published yet.
 *
 * @param id the number that it will have, unless another is published before
 * @param state {@code checked} where nothing keeps it from being published, {@code draft} until then
 * @param corrects the release whose place it will take; null where it corrects none
 * @param calculation that it publishes
 * @param checkedAt null until the checks have been made
 * @param findings how much they have found
 * @param withoutReason how much of it nobody has explained
 */
record ReleaseDraft(
        String id,
        ReleaseState state,
        @Nullable String corrects,
        long calculation,
        int edition,
        long valueCount,
        @Nullable OffsetDateTime checkedAt,
        long findings,
        long withoutReason) {

    static ReleaseDraft of(Release release, @Nullable OffsetDateTime checkedAt, FindingStore.Count count) {
        return new ReleaseDraft(
                release.id(),
                checkedAt != null && count.withoutReason() == 0 ? ReleaseState.CHECKED : ReleaseState.DRAFT,
                release.corrects(),
                release.calculation(),
                release.edition(),
                release.valueCount(),
                checkedAt,
                count.findings(),
                count.withoutReason());
    }
}
