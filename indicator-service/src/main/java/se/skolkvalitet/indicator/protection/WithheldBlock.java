package se.skolkvalitet.indicator.protection;

import java.util.List;
import java.util.stream.IntStream;
import se.skolkvalitet.certificate.Certificate;

/**
 * What is withheld of a part of a table that has no equation in common with the others, but for figures that everybody knows.
 *
 * @param number its place among the {@code parts} of the table's certificate
 * @param primary how many figures and sums are withheld because they tell of few
 * @param secondary how many because they would tell these
 * @param told how many of the primary ones everybody can work out, or nearly, by figures that their source publishes
 * @param owners how many organisers know some of the withheld ones, as they are their own
 * @param byEquations of how many of the others it is proven that no equations tell them, and nothing more
 * @param width how far apart two values of each other primary one are that look the same; 0 where that is so of all of them
 * @param cost of the secondary ones
 * @param costAtLeast with less nobody could protect the primary ones
 */
public record WithheldBlock(
        long number,
        long primary,
        long secondary,
        long told,
        long byEquations,
        long owners,
        long width,
        long cost,
        long costAtLeast) {
    static List<WithheldBlock> of(Certificate certificate) {
        return IntStream.range(0, certificate.parts().size())
                .mapToObj(place -> of(place, certificate.parts().get(place)))
                .toList();
    }

    private static WithheldBlock of(int place, Certificate.Part part) {
        return new WithheldBlock(
                place + 1L,
                part.primary().size(),
                part.secondary().size(),
                part.told().size() + part.limits().size(),
                part.byEquations().size(),
                part.owners().size(),
                part.width().longValue(),
                part.cost(),
                part.costAtLeast());
    }
}
