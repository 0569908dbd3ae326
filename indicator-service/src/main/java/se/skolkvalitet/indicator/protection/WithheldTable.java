package se.skolkvalitet.indicator.protection;

import jakarta.annotation.Nullable;
import java.util.List;

/**
 * What is withheld of figures of pupils that are protected together, in a period.
 *
 * @param number by which its files are found
 * @param name what the figures are of
 * @param period school year or calendar year; null where the source states none
 * @param cells how many figures and sums there are, withheld or not
 * @param primary how many of them are withheld because they tell of few
 * @param secondary how many because they would tell what is withheld of others
 * @param told how many of the primary ones everybody can work out by figures that their source publishes
 * @param cost of the secondary ones
 * @param costAtLeast with less nobody could protect the primary ones
 * @param hasProof whether its proof is given out: not where that would tell weights that their source does not publish
 */
public record WithheldTable(
        long number,
        String name,
        @Nullable String period,
        long cells,
        long primary,
        long secondary,
        long told,
        long cost,
        long costAtLeast,
        List<WithheldByLevel> levels,
        boolean hasProof) {}
