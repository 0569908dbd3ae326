package se.skolkvalitet.indicator.calculation;

import java.time.Instant;

/**
 * A calculation that is kept.
 *
 * @param edition whose indicators it calculated
 * @param lastImport up to which it took statistics in
 * @param knownRelease {@code sequence} of the newest release of its time: what releases had told by then, it knows; 0 where there was none
 * @param fingerprint of all that it was made of: another with the same, that knows the same releases, would give the same values
 * @param codeVersion the commit that it was made with; null in calculations before 0.2
 */
public record Calculation(
        long number,
        int edition,
        long lastImport,
        long knownRelease,
        String fingerprint,
        Instant calculatedAt,
        String codeVersion) {}
