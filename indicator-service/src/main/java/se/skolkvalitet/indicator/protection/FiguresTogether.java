package se.skolkvalitet.indicator.protection;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.skolkvalitet.certificate.Certificate;
import se.skolkvalitet.certificate.Checker;
import se.skolkvalitet.certificate.Equation;
import se.skolkvalitet.disclosure.Cell;
import se.skolkvalitet.disclosure.Protector;
import se.skolkvalitet.disclosure.Table;

/**
 * Figures of pupils that are protected together.
 *
 * @param hasClosedWeights whether some are weighed by figures that their source does not publish
 * @param earlier what releases have told of them, as they were then
 */
record FiguresTogether(
        Family family,
        String period,
        boolean hasClosedWeights,
        List<FigureOfPupils> figures,
        Places places,
        DisclosureRules rules,
        List<EarlierTable> earlier) {
    /** A small table is protected as well as can be; a large one has to be ready some day. */
    private static final int MOST_TRIES = 200;

    private static final int LEAST_TRIES = 8;
    private static final int CELLS_FOR_ALL_TRIES = 200_000;
    /** So many times as many where of the first choice it cannot be shown that it protects: of another it can, as a rule. */
    private static final int MORE_TRIES = 3;

    private static final int MOST_ROUNDS = 60;
    private static final int LEAST_ROUNDS = 3;
    private static final int CELLS_FOR_ALL_ROUNDS = 100_000;

    /** What is withheld of them, as it is kept. */
    record Kept(ProtectedTable table, List<Withheld> withheld) {}

    /**
     * What is made of a table whose first cells are theirs.
     *
     * @param findings of who checks the proof
     */
    private record Protected(FiguresTogether of, Protector.Result made, List<String> findings) {
        private static Protected of(FiguresTogether figures, Protector.Result made) {
            return new Protected(
                    figures,
                    made,
                    Checker.check(made.table().published(made.suppression().withheld()), made.certificate()));
        }

        private boolean isProven() {
            return findings.isEmpty();
        }

        /** Of how many of few it is not shown how uncertain they are. */
        private int unproven() {
            return made.certificate().parts().stream()
                    .mapToInt(part -> part.unproven().size())
                    .sum();
        }

        private Protected required() {
            if (!isProven()) {
                throw new IllegalStateException(
                        "%s of %s is not protected: %s".formatted(of.family().name(), of.period(), findings));
            }
            return this;
        }

        private BitSet cells() {
            return made.suppression().withheld();
        }

        private Kept kept() {
            return new Kept(ProtectedTable.of(of, made), withheld());
        }

        private List<Withheld> withheld() {
            return cells().stream()
                    .filter(cell -> cell < of.figures().size())
                    .mapToObj(cell -> new Withheld(
                            of.figures().get(cell).step(),
                            of.figures().get(cell).area(),
                            made.table().cells().get(cell).isPrimary()))
                    .toList();
        }
    }

    /** How many figures, with what releases have told. */
    int size() {
        return figures.size()
                + earlier.stream().mapToInt(table -> table.values().size()).sum();
    }

    /** @throws IllegalStateException where it would not do, which nothing can be published of then */
    Kept protect() {
        Protected first = protect(rules, 1);
        if (first.isProven() && first.unproven() == 0) {
            return first.kept();
        }
        return Stream.of(first, protect(rules, MORE_TRIES))
                .filter(Protected::isProven)
                .min(Comparator.comparing(Protected::unproven))
                // Where no tables are found at all: the equations still hold.
                .orElseGet(() -> protect(rules.byEquationsAlone(), 1).required())
                .kept();
    }

    /**
     * Takes it as known what areas have beside their parts, unless that tells a figure of few whatever is withheld: who does not know it
     * must not work the figure out otherwise.
     */
    private Protected protect(DisclosureRules by, int times) {
        Set<String> unknown = new HashSet<>();
        Protected made = protect(by, times, unknown);
        while (unknown.addAll(knownInVain(made))) {
            made = protect(by, times, unknown);
        }
        return made;
    }

    private Protected protect(DisclosureRules by, int times, Set<String> unknown) {
        Table table = TableOfPupils.of(family, figures, places, by, earlier, unknown);
        int size = Math.max(1, table.cells().size());
        Protector.Result made = Protector.protect(
                table,
                times * Math.max(LEAST_TRIES, Math.min(MOST_TRIES, CELLS_FOR_ALL_TRIES / size)),
                Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, CELLS_FOR_ALL_ROUNDS / size)));
        return Protected.of(this, made);
    }

    private static Set<String> knownInVain(Protected made) {
        Table table = made.made().table();
        Map<String, Equation> equations =
                table.equations().stream().collect(Collectors.toMap(Equation::name, Function.identity()));
        return made.made().certificate().parts().stream()
                .flatMap(FiguresTogether::telling)
                .map(equations::get)
                .flatMap(equation -> equation.coefficients().keySet().stream())
                .map(table.cells()::get)
                .filter(GrowingTable::isTakenAsKnown)
                .map(Cell::name)
                .collect(Collectors.toSet());
    }

    /** Equations by which primary figures are told, or are less uncertain than they have to be, whatever is withheld. */
    private static Stream<String> telling(Certificate.Part part) {
        return Stream.concat(
                        part.open().stream().map(Certificate.Sum::equations),
                        part.limits().stream().flatMap(limit -> Stream.of(limit.under(), limit.over())))
                .flatMap(sum -> sum.keySet().stream());
    }
}
