package se.skolkvalitet.indicator.protection;

import jakarta.annotation.Nullable;
import java.util.List;

/**
 * What is withheld of figures of pupils that are protected together, in a period.
 *
 * @param number its place in the release
 * @param name what the figures are of
 * @param period school year or calendar year; null where the source states none
 * @param width to somebody who knows all that is told, what is whole, and by which rule it is withheld, each figure of few may be one of
 *     at least two that are so far apart; 0 where it is proven that no equations tell it, and nothing more
 * @param proof the file of the release that proves it; null where none is given out, because it would tell weights that their
 *     source does not publish
 */
public record WithheldTable(
        long number,
        String name,
        @Nullable String period,
        WithheldCounts counts,
        long width,
        List<WithheldByLevel> levels,
        @Nullable String proof) {}
