package se.skolkvalitet.formula;

/**
 * What a figure counts for among others.
 *
 * @param latest the unit's latest known figure, not that of the same period
 */
public record Weight(Figures figures, boolean latest) {
    Weight within(Selection outer) {
        return new Weight(figures.within(outer), latest);
    }

    @Override
    public String toString() {
        return "weight " + figures + (latest ? " latest" : "");
    }
}
