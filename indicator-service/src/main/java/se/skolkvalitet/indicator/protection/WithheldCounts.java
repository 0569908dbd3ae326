package se.skolkvalitet.indicator.protection;

/**
 * How much is withheld so that nobody can find out few pupils, of figures that their sources do not publish.
 *
 * @param cells how many figures and sums there are, withheld or not
 * @param primary how many of them are withheld because they tell of few
 * @param secondary how many because they would tell what is withheld of others
 * @param told how many of the primary ones everybody can work out, or nearly, by figures that their source publishes
 * @param byEquations of how many of the others it is proven that no equations tell them, and nothing more
 * @param cost of the secondary ones
 * @param costAtLeast with less nobody could protect the primary ones
 */
public record WithheldCounts(
        long cells, long primary, long secondary, long told, long byEquations, long cost, long costAtLeast) {
    static final WithheldCounts NONE = new WithheldCounts(0, 0, 0, 0, 0, 0, 0);

    WithheldCounts plus(WithheldCounts other) {
        return new WithheldCounts(
                cells + other.cells,
                primary + other.primary,
                secondary + other.secondary,
                told + other.told,
                byEquations + other.byEquations,
                cost + other.cost,
                costAtLeast + other.costAtLeast);
    }
}
