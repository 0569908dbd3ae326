package se.skolkvalitet.indicator.protection;

import jakarta.annotation.Nullable;
import java.util.List;

/**
 * What is withheld of figures of pupils that are protected together, in a period.
 *
 * @param number its place in the release
 * @param name what the figures are of
 * @param period school year or calendar year; null where the source states none
 * @param proof the file of the release that proves it; null where none is given out, because it would tell weights that their
 *     source does not publish
 */
public record WithheldTable(
        long number,
        String name,
        @Nullable String period,
        WithheldCounts counts,
        List<WithheldByLevel> levels,
        @Nullable String proof) {}
