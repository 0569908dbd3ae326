package se.skolkvalitet.indicator.protection;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.skolkvalitet.certificate.Equation;
import se.skolkvalitet.disclosure.Cell;
import se.skolkvalitet.indicator.protection.Family.Sum;

/** The equations of a table of figures, and the cells beside these that nobody is told. Figures have the first numbers. */
final class GrowingTable {
    private static final String WHAT_ELSE = ", and what else there is";
    private static final String OTHERS = ", and the others";
    private static final String WITHOUT_FIGURES = ", without figures";

    private final List<String> names;
    private final List<BigDecimal> values;
    private final Set<String> unknown;
    private final List<Cell> others = new ArrayList<>();
    private final List<Equation> equations = new ArrayList<>();
    private final Map<Integer, Left> left = new LinkedHashMap<>();

    /**
     * Those of whom nothing is told, as they follow from others.
     *
     * @param rest what they have; less than zero where the parts have more than the whole
     * @param pupils how many they are by the weights; null of counts
     */
    record Left(
            int cell,
            Sum sum,
            String owner,
            BigDecimal rest,
            @Nullable BigDecimal pupils) {}

    /**
     * @param names of the figures
     * @param values of the figures
     * @param unknown names of cells that {@link #isTakenAsKnown} and nobody knows
     */
    GrowingTable(List<String> names, List<BigDecimal> values, Set<String> unknown) {
        this.names = names;
        this.values = values;
        this.unknown = unknown;
    }

    /** Whether it is what an area has beside its parts: nobody publishes it, and who knows it knows more. */
    static boolean isTakenAsKnown(Cell cell) {
        return cell.kind() == Cell.Kind.OPEN
                && Stream.of(WHAT_ELSE, OTHERS, WITHOUT_FIGURES).anyMatch(cell.name()::contains);
    }

    /** What is called so of units without figures. */
    static String withoutFigures(String name) {
        return name + WITHOUT_FIGURES;
    }

    /** The cell's number. */
    int add(Cell cell) {
        others.add(cell);
        return names.size() + others.size() - 1;
    }

    void add(Equation equation) {
        equations.add(equation);
    }

    boolean isFigure(int cell) {
        return cell < names.size();
    }

    /** One that is no figure. */
    Cell cell(int number) {
        return others.get(number - names.size());
    }

    void replace(int number, Cell cell) {
        others.set(number - names.size(), cell);
    }

    String name(int cell) {
        return isFigure(cell) ? names.get(cell) : cell(cell).name();
    }

    String names(Collection<Integer> cells) {
        return cells.stream().map(this::name).collect(Collectors.joining(" and "));
    }

    BigDecimal value(int cell) {
        return isFigure(cell) ? values.get(cell) : cell(cell).value();
    }

    BigDecimal sum(Collection<Integer> cells) {
        return cells.stream().map(this::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the whole has more than the parts. */
    BigDecimal rest(int whole, Collection<Integer> parts) {
        return value(whole).subtract(sum(parts));
    }

    Cell open(String name, BigDecimal value) {
        return unknown.contains(name) ? Cell.untold(name, value) : Cell.open(name, value);
    }

    /** That the parts are the whole, but for what everybody is taken to know. */
    void addSum(String name, int whole, List<Integer> parts) {
        addSum(name, whole, parts, rest(whole, parts).signum() != 0);
    }

    /** @param isThereRest whether there may be something else; also where it is nothing: nobody is told so */
    void addSum(String name, int whole, List<Integer> parts, boolean isThereRest) {
        BigDecimal rest = rest(whole, parts);
        if (isThereRest) {
            addSum(name, whole, parts, add(open(name + WHAT_ELSE, rest.abs())), rest);
        } else {
            add(new Equation(name, coefficients(whole, parts)));
        }
    }

    /** @param others who have the rest; less than zero where the whole lacks something */
    private void addSum(String name, int whole, List<Integer> parts, int others, BigDecimal rest) {
        SortedMap<Integer, Long> coefficients = coefficients(whole, parts);
        coefficients.put(others, rest.signum() < 0 ? -1L : 1L);
        add(new Equation(name, coefficients));
    }

    private static SortedMap<Integer, Long> coefficients(int whole, List<Integer> parts) {
        SortedMap<Integer, Long> coefficients = new TreeMap<>(Map.of(whole, -1L));
        parts.forEach(part -> coefficients.put(part, 1L));
        return coefficients;
    }

    /**
     * That the parts of which there are figures, and the others together, are the whole: of girls nothing may be told, and they are all
     * but the boys nevertheless.
     *
     * @param isKnown whether everybody knows how many the others are
     * @param pupils how many they are by the weights; null of counts
     * @return the cell of the others
     */
    int addSumWithOthers(
            String name,
            int whole,
            List<Integer> parts,
            boolean isKnown,
            Sum sum,
            String owner,
            @Nullable BigDecimal pupils) {
        BigDecimal rest = rest(whole, parts);
        String others = name + OTHERS;
        int cell =
                addLeft(isKnown ? open(others, rest.abs()) : Cell.untold(others, rest.abs()), sum, owner, rest, pupils);
        addSum(name, whole, parts, cell, rest);
        return cell;
    }

    /**
     * What is left of some cells when others are taken from them.
     *
     * @param isKnown whether everybody knows how many are left
     * @param pupils how many they are by the weights; null of counts
     */
    void addRest(
            String name,
            List<Integer> of,
            List<Integer> less,
            boolean isKnown,
            Sum sum,
            String owner,
            @Nullable BigDecimal pupils) {
        BigDecimal rest = sum(of).subtract(sum(less));
        String called = name + (isKnown ? WHAT_ELSE : OTHERS);
        int cell =
                addLeft(isKnown ? open(called, rest.abs()) : Cell.untold(called, rest.abs()), sum, owner, rest, pupils);
        boolean isLess = rest.signum() < 0;
        addDifference(called, isLess ? less : of, isLess ? of : less, cell);
    }

    /** That a cell, after which the equation is called, is what some have when what others have is taken from them. */
    void addDifference(String name, List<Integer> of, List<Integer> less, int rest) {
        SortedMap<Integer, Long> coefficients = new TreeMap<>(Map.of(rest, -1L));
        of.forEach(one -> coefficients.put(one, 1L));
        less.forEach(one -> coefficients.put(one, -1L));
        add(new Equation(name, coefficients));
    }

    int addLeft(Cell cell, Sum sum, String owner, BigDecimal rest, @Nullable BigDecimal pupils) {
        int number = add(cell);
        left.put(number, new Left(number, sum, owner, rest, pupils));
        return number;
    }

    Left left(int cell) {
        return left.get(cell);
    }

    Collection<Left> left() {
        return left.values();
    }

    /** Of all cells, in the order of their numbers. */
    List<String> names() {
        return Stream.concat(names.stream(), others.stream().map(Cell::name)).toList();
    }

    List<BigDecimal> values() {
        return Stream.concat(values.stream(), others.stream().map(Cell::value)).toList();
    }

    /** The cells that are no figures, in the order of their numbers. */
    List<Cell> others() {
        return others;
    }

    List<Equation> equations() {
        return equations;
    }
}
