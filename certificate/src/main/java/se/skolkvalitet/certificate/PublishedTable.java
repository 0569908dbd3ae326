package se.skolkvalitet.certificate;

import java.util.List;

/**
 * What everybody sees of a table.
 *
 * @param figures in the order of the cells' numbers, from 0
 */
public record PublishedTable(List<Figure> figures, List<Equation> equations) {
    public PublishedTable {
        figures = List.copyOf(figures);
        equations = List.copyOf(equations);
    }

    /** How many decimals its figures have. Withheld ones have no more: everybody knows whether something is counted. */
    public int decimals() {
        return figures.stream()
                .filter(figure -> !figure.isWithheld())
                .mapToInt(figure -> figure.value().stripTrailingZeros().scale())
                .map(scale -> Math.max(0, scale))
                .max()
                .orElse(0);
    }

    boolean has(int cell) {
        return cell >= 0 && cell < figures.size();
    }

    /** @param owner nobody, where it is empty */
    boolean isOwnedBy(String owner, int cell) {
        return !owner.isEmpty() && has(cell) && figures.get(cell).owner().equals(owner);
    }

    String name(int cell) {
        return has(cell) ? "'" + figures.get(cell).name() + "'" : "cell " + cell;
    }
}
