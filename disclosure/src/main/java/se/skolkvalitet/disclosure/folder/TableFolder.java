package se.skolkvalitet.disclosure.folder;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import se.skolkvalitet.disclosure.Cell;
import se.skolkvalitet.disclosure.Equation;
import se.skolkvalitet.disclosure.Protection;
import se.skolkvalitet.disclosure.Table;

/**
 * Reads a table from a folder. {@code cells.csv} has a line for each published cell: a column for each dimension, its value, and
 * whether it is primary; a line without a value is none. {@code hierarchy.csv} ({@code dimension,child,parent}) tells which
 * codes add up: the cells of a parent's children to the parent's, for all codes of the other dimensions. A child without a
 * line is zero, but one that no line has at all stands for its own children. A dimension that is no column of the cells is
 * a further hierarchy of that column that has most of its codes.
 */
public final class TableFolder {
    private static final long COST = 1;

    private final Path folder;
    private final Marks marks;
    private final Hierarchies hierarchies = new Hierarchies();
    private final List<Cell> cells = new ArrayList<>();
    private final Map<Map<String, String>, Integer> indices = new LinkedHashMap<>();

    private TableFolder(Path folder, Marks marks) {
        this.folder = folder;
        this.marks = marks;
    }

    /** @throws IllegalArgumentException where the files are not as they should be */
    public static Table read(Path folder, Marks marks) {
        return new TableFolder(folder, marks).read();
    }

    private Table read() {
        forEachLine(
                "hierarchy.csv",
                line -> hierarchies.add(line.getField("dimension"), line.getField("child"), line.getField("parent")));
        forEachLine("cells.csv", this::add);
        return new Table(
                cells,
                hierarchies.names().stream()
                        .flatMap(name -> equations(name).stream())
                        .toList());
    }

    private void forEachLine(String name, Consumer<NamedCsvRecord> line) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(folder.resolve(name))) {
            reader.forEach(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(NamedCsvRecord line) {
        if (line.getField(marks.value()).isEmpty()) {
            return;
        }
        Map<String, String> codes = new LinkedHashMap<>();
        line.getHeader().stream()
                .filter(hierarchies.names()::contains)
                .forEach(name -> codes.put(name, line.getField(name)));
        if (indices.put(codes, cells.size()) != null) {
            throw new IllegalArgumentException("The cell %s is there twice".formatted(codes.values()));
        }
        String name = String.join(" / ", codes.values());
        BigDecimal value = new BigDecimal(line.getField(marks.value()));
        cells.add(
                marks.marks().contains(line.getField(marks.primary()))
                        ? Cell.primary(name, value, protection(line))
                        : Cell.free(name, value, COST));
    }

    private Protection protection(NamedCsvRecord line) {
        return new Protection(
                marks.below() == null ? BigDecimal.ZERO : new BigDecimal(line.getField(marks.below())),
                marks.above() == null ? BigDecimal.ZERO : new BigDecimal(line.getField(marks.above())),
                marks.width());
    }

    private List<Equation> equations(String name) {
        Set<String> columns = indices.keySet().iterator().next().keySet();
        String column = hierarchies.column(name, columns);
        Set<String> published =
                indices.keySet().stream().map(codes -> codes.get(column)).collect(Collectors.toSet());
        List<Equation> equations = new ArrayList<>();
        hierarchies.of(name).forEach((parent, children) -> {
            List<String> parts = children.stream()
                    .flatMap(child -> hierarchies.published(column, columns, child, published))
                    .toList();
            indices.forEach((codes, total) -> {
                if (codes.get(column).equals(parent)) {
                    equations.add(Equation.ofTotal(total, indicesOf(parts, codes, column)));
                }
            });
        });
        return equations;
    }

    private List<Integer> indicesOf(List<String> parts, Map<String, String> codes, String column) {
        List<Integer> found = new ArrayList<>();
        for (String part : parts) {
            Map<String, String> codesOfPart = new LinkedHashMap<>(codes);
            codesOfPart.put(column, part);
            Integer index = indices.get(codesOfPart);
            if (index != null) {
                found.add(index);
            }
        }
        return found;
    }
}
