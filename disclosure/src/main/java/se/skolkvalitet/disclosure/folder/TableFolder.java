package se.skolkvalitet.disclosure.folder;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import se.skolkvalitet.certificate.folder.LinkedTables;
import se.skolkvalitet.disclosure.Cell;
import se.skolkvalitet.disclosure.Protection;
import se.skolkvalitet.disclosure.Table;

/**
 * Tables from folders, which are one table where they have cells in common. {@code cells.csv} has a line for each cell that is
 * to be published: its codes, its value, and whether it is primary; a line without a value is none.
 */
public final class TableFolder {
    private static final String CELLS = "cells.csv";
    private static final BigDecimal MOST_COST = BigDecimal.valueOf(1_000_000_000);
    private static final int LONGEST_NUMBER = 30;

    private final Marks marks;

    private TableFolder(Marks marks) {
        this.marks = marks;
    }

    /** The table, and the lines that its cells come from, by the same numbers. */
    public record Read(LinkedTables lines, Table table) {}

    /** @throws IllegalArgumentException where the files are not as they should be */
    public static Read read(List<Path> folders, Marks marks) {
        LinkedTables lines = LinkedTables.read(folders, CELLS, line -> !LinkedTables.field(line, marks.valueColumns())
                .isEmpty());
        TableFolder folder = new TableFolder(marks);
        return new Read(
                lines,
                new Table(
                        lines.cells().stream()
                                .map(folder::cell)
                                .map(cell ->
                                        marks.few().map(few -> few.known(cell)).orElse(cell))
                                .toList(),
                        lines.equations()));
    }

    private Cell cell(List<LinkedTables.Line> lines) {
        String name = lines.get(0).name();
        Cell cell = owned(name, lines.get(0));
        for (LinkedTables.Line line : lines) {
            if (!isSame(owned(name, line), cell)) {
                throw new IllegalArgumentException("'%s' differs between %s and %s"
                        .formatted(name, lines.get(0).table(), line.table()));
            }
        }
        return cell;
    }

    private static boolean isSame(Cell one, Cell other) {
        return one.kind() == other.kind()
                && one.value().compareTo(other.value()) == 0
                && one.cost() == other.cost()
                && one.owner().equals(other.owner());
    }

    private Cell owned(String name, LinkedTables.Line line) {
        return cell(name, line).ownedBy(marks.owner() == null ? "" : line.field(marks.owner()));
    }

    private Cell cell(String name, LinkedTables.Line line) {
        BigDecimal value = number(name, line, marks.valueColumns());
        if (marks.has(line.field(marks.primary()))) {
            return Cell.primary(
                    name,
                    value,
                    new Protection(
                            number(name, line, marks.below(), BigDecimal.ZERO),
                            number(name, line, marks.above(), BigDecimal.ZERO),
                            marks.width()));
        }
        if (marks.open() != null && marks.has(line.field(marks.open()))) {
            return Cell.open(name, value);
        }
        return Cell.free(name, value, cost(name, line));
    }

    private long cost(String name, LinkedTables.Line line) {
        BigDecimal cost = number(name, line, marks.cost(), BigDecimal.ONE);
        if (cost.signum() <= 0
                || cost.compareTo(MOST_COST) > 0
                || cost.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException(
                    "'%s' costs '%s': a cost is a whole number from 1 to %s".formatted(name, cost, MOST_COST));
        }
        return cost.longValueExact();
    }

    private static BigDecimal number(String name, LinkedTables.Line line, String column, BigDecimal otherwise) {
        return column == null ? otherwise : number(name, line, column);
    }

    private static BigDecimal number(String name, LinkedTables.Line line, String... columns) {
        String field = line.field(columns);
        try {
            BigDecimal number = new BigDecimal(field);
            if (field.length() > LONGEST_NUMBER || Math.abs(number.scale()) > LONGEST_NUMBER) {
                throw new IllegalArgumentException("'%s' has too long a number: '%s'".formatted(name, field));
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'%s' has no number in %s: '%s'".formatted(name, String.join(" or ", columns), field), e);
        }
    }
}
