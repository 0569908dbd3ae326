package se.skolkvalitet.indicator.protection;

import java.util.BitSet;
import java.util.List;
import se.skolkvalitet.certificate.Checker;
import se.skolkvalitet.disclosure.Protector;
import se.skolkvalitet.disclosure.Table;

/**
 * Figures of pupils that are protected together.
 *
 * @param hasClosedWeights whether some are weighed by figures that their source does not publish
 * @param table whose first cells are theirs
 */
record FiguresTogether(
        Family family, String period, boolean hasClosedWeights, List<FigureOfPupils> figures, Table table) {
    /** A small table is protected as well as can be; a large one has to be ready some day. */
    private static final int MOST_TRIES = 200;

    private static final int LEAST_TRIES = 10;
    private static final int CELLS_FOR_ALL_TRIES = 200_000;
    private static final int MOST_ROUNDS = 60;
    private static final int LEAST_ROUNDS = 10;
    private static final int CELLS_FOR_ALL_ROUNDS = 100_000;

    /**
     * What is withheld of them.
     *
     * @param table that is kept of it
     * @param cells which
     */
    record Protected(FiguresTogether of, ProtectedTable table, BitSet cells) {
        /** @param number of the table */
        List<Withheld> withheld(long number) {
            return cells.stream()
                    .filter(cell -> cell < of.figures().size())
                    .mapToObj(cell -> new Withheld(
                            number,
                            of.figures().get(cell).step(),
                            of.figures().get(cell).area(),
                            of.period(),
                            of.table().cells().get(cell).isPrimary()))
                    .toList();
        }
    }

    /** @throws IllegalStateException where it would not do, which nothing can be published of then */
    Protected protect() {
        int size = Math.max(1, table.cells().size());
        Protector.Result made = Protector.protect(
                table,
                Math.max(LEAST_TRIES, Math.min(MOST_TRIES, CELLS_FOR_ALL_TRIES / size)),
                Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, CELLS_FOR_ALL_ROUNDS / size)));
        BitSet withheld = made.suppression().withheld();
        List<String> findings = Checker.check(table.published(withheld), made.certificate());
        if (!findings.isEmpty()) {
            throw new IllegalStateException("%s of %s is not protected: %s".formatted(family.name(), period, findings));
        }
        return new Protected(this, ProtectedTable.of(this, made), withheld);
    }
}
