package se.skolkvalitet.indicator.release;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import se.skolkvalitet.indicator.imports.StatisticsImport;
import se.skolkvalitet.indicator.protection.WithheldCounts;

/**
 * What a release was made of, and what it consists of. The same code makes the same files of the same edition, imports,
 * register and releases before, whenever it does.
 *
 * @param corrects the release whose place it took; null where it corrects none
 * @param codeVersion the commit that the files were written with
 * @param membershipDays of each period, as of which day school units belong to organisers
 * @param imports all that the figures may come from, the oldest first; figures that a later one has superseded are not in the
 *     release
 * @param disclosure what is withheld so that nobody finds out few pupils
 * @param tablesWithoutProof of how many tables the proof is not given out, because it would tell weights that their source does
 *     not publish
 */
record Manifest(
        String release,
        @Nullable String corrects,
        OffsetDateTime publishedAt,
        int edition,
        String codeVersion,
        Made calculation,
        List<ReleaseFiles.MembershipDay> membershipDays,
        List<StatisticsImport> imports,
        WithheldCounts disclosure,
        long tablesWithoutProof,
        List<ReleaseFile> files) {

    /**
     * The calculation whose values are published.
     *
     * @param inputs fingerprint of the statistics, the edition and the register that it was made of, in this database
     * @param knownReleases all that had been published by then, the oldest first: what they tell of pupils is protected together with it
     * @param codeVersion the commit that it was made with; null where it is older than that was kept
     */
    record Made(
            long number,
            Instant calculatedAt,
            String inputs,
            List<String> knownReleases,
            @Nullable String codeVersion) {}
}
