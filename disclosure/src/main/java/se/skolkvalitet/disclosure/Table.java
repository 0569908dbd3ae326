package se.skolkvalitet.disclosure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import se.skolkvalitet.certificate.Ends;
import se.skolkvalitet.certificate.Equation;
import se.skolkvalitet.certificate.PublishedTable;

/**
 * Figures that are to be published, and how they follow from each other. Linked tables are one: a figure that several of
 * them have is one cell.
 *
 * @param equations which the cells' values fulfil, to the last digit
 */
public record Table(List<Cell> cells, List<Equation> equations) {
    public Table {
        cells = List.copyOf(cells);
        equations = List.copyOf(equations);
        for (Equation equation : equations) {
            requireFulfilled(equation, cells);
        }
        boolean isMoreAsked = cells.stream()
                .anyMatch(cell -> cell.isPrimary() && !cell.protection().isLeast());
        for (Cell cell : cells) {
            if (isMoreAsked && cell.value().signum() < 0) {
                throw new IllegalArgumentException("%s is below zero: %s"
                        .formatted(cell.name(), cell.value().toPlainString()));
            }
            if (!cell.ends().have(cell.value())) {
                throw new IllegalArgumentException("%s does not lie where everybody knows it to lie: %s"
                        .formatted(cell.name(), cell.value().toPlainString()));
            }
        }
    }

    /** The cells that tell too much. */
    BitSet primaries() {
        return of(Cell.Kind.PRIMARY);
    }

    /** Those that are not told whatever happens. */
    BitSet neverTold() {
        BitSet neverTold = untold();
        neverTold.or(primaries());
        return neverTold;
    }

    /** Those that are not told, and need not be hidden. */
    BitSet untold() {
        return of(Cell.Kind.UNTOLD);
    }

    /** Those that may be withheld to protect others. */
    BitSet free() {
        return of(Cell.Kind.FREE);
    }

    private BitSet of(Cell.Kind kind) {
        return which(cell -> cells.get(cell).kind() == kind);
    }

    private BitSet which(IntPredicate which) {
        BitSet found = new BitSet();
        IntStream.range(0, cells.size()).filter(which).forEach(found::set);
        return found;
    }

    /** Those of which everybody knows that they are zero or from so much. */
    BitSet withGaps() {
        return which(cell -> cells.get(cell).ends().orNone());
    }

    /** Those that may be withheld at all. */
    BitSet notOpen() {
        BitSet found = of(Cell.Kind.OPEN);
        found.flip(0, cells.size());
        return found;
    }

    /** The same where these cells are known to everybody. */
    Table withOpen(BitSet known) {
        return with(known, cell -> Cell.open(cell.name(), cell.value()).ownedBy(cell.owner()));
    }

    /** The same where of these cells nobody knows between which ends they lie. */
    Table withoutEnds(BitSet unknown) {
        return with(unknown, cell -> cell.lyingBetween(Ends.UNKNOWN));
    }

    private Table with(BitSet some, UnaryOperator<Cell> changed) {
        return new Table(
                IntStream.range(0, cells.size())
                        .mapToObj(cell -> some.get(cell) ? changed.apply(cells.get(cell)) : cells.get(cell))
                        .toList(),
                equations);
    }

    /** The cells of each owner. */
    SortedMap<String, BitSet> cellsByOwner() {
        SortedMap<String, BitSet> owned = new TreeMap<>();
        IntStream.range(0, cells.size())
                .filter(cell -> !cells.get(cell).owner().isEmpty())
                .forEach(cell -> owned.computeIfAbsent(cells.get(cell).owner(), none -> new BitSet())
                        .set(cell));
        return owned;
    }

    /** What everybody knows a cell to be at the least, where it is withheld. */
    BigDecimal least(int cell) {
        return cells.get(cell).ends().lowest();
    }

    /** And at the most; empty where nobody does. */
    Optional<BigDecimal> most(int cell) {
        return Optional.ofNullable(cells.get(cell).ends().most());
    }

    /** Between zero and what it is not; zero where it may be anything. */
    BigDecimal leastUnlessNone(int cell) {
        return cells.get(cell).ends().orNone() ? cells.get(cell).ends().least() : BigDecimal.ZERO;
    }

    /**
     * Equations, each times its factor, added up.
     *
     * @param factors by the equations' indices
     * @return by cell, none of them zero
     */
    Map<Integer, BigInteger> sum(Map<Integer, Long> factors) {
        Map<Integer, BigInteger> sum = new HashMap<>();
        factors.forEach((equation, factor) -> equations
                .get(equation)
                .coefficients()
                .forEach((cell, coefficient) -> sum.merge(
                        cell, BigInteger.valueOf(coefficient).multiply(BigInteger.valueOf(factor)), BigInteger::add)));
        sum.values().removeIf(coefficient -> coefficient.signum() == 0);
        return sum;
    }

    /** How many decimals published values have, where these cells are withheld. */
    int decimals(BitSet withheld) {
        return IntStream.range(0, cells.size())
                .filter(cell -> !withheld.get(cell))
                .map(cell ->
                        Math.max(0, cells.get(cell).value().stripTrailingZeros().scale()))
                .max()
                .orElse(0);
    }

    /** What everybody sees of it when these cells are withheld. */
    public PublishedTable published(BitSet withheld) {
        return new PublishedTable(
                IntStream.range(0, cells.size())
                        .mapToObj(cell -> cells.get(cell).published(withheld.get(cell)))
                        .toList(),
                equations);
    }

    /** What it costs to withhold these cells. */
    long costOf(BitSet withheld) {
        return withheld.stream().mapToLong(cell -> cells.get(cell).cost()).sum();
    }

    /** The order of cells in which that comes first which should rather be published. */
    Comparator<Integer> dearestAndLargestFirst() {
        return Comparator.comparingLong((Integer cell) -> cells.get(cell).cost())
                .thenComparing(cell -> cells.get(cell).value())
                .reversed();
    }

    private static void requireFulfilled(Equation equation, List<Cell> cells) {
        BigDecimal sum = equation.coefficients().entrySet().stream()
                .map(term -> cells.get(term.getKey()).value().multiply(BigDecimal.valueOf(term.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() != 0) {
            throw new IllegalArgumentException(
                    "'%s' does not add up, by %s".formatted(equation.name(), sum.toPlainString()));
        }
    }
}
