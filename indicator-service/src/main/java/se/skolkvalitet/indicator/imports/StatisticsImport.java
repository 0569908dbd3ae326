package se.skolkvalitet.indicator.imports;

import jakarta.annotation.Nullable;
import java.time.Instant;

/**
 * An import that brought figures.
 *
 * @param complete whether it was taken as all that there was of the measures, periods and levels in it
 * @param licence of its figures, by its SPDX name; null where nobody has told it
 * @param sha256 of the file, in hexadecimal; where its figures are not published by its source, of a secret number and that, so that
 *     nobody can try out which file it was
 */
public record StatisticsImport(
        long number,
        StatisticsSource source,
        boolean complete,
        @Nullable Licence licence,
        String sha256,
        Instant importedAt) {}
