package se.skolkvalitet.certificate.folder;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.skolkvalitet.certificate.Equation;

/**
 * Tables from folders, a folder each. A file of cells has a line for each cell: a column for each dimension that one of the
 * tables has, and others. {@code hierarchy.csv} ({@code dimension,child,parent}) tells which codes add up: the cells of a parent's children
 * to the parent's, for all codes of the other dimensions. A child without a line is zero, but one that no line has at all
 * stands for its own children. A dimension that is no column of the cells is a further hierarchy of that column that has
 * most of its codes.
 *
 * <p>A cell is in several tables where it has the same codes there. A dimension that a table does not have is the total of
 * it: the only code that has children in some table and no parent in any. Where a table has all parts of a total and not the total itself,
 * which another one has, they add up, too.
 */
public final class LinkedTables {
    private final List<Path> folders;
    private final Map<Path, Hierarchies> hierarchies = new LinkedHashMap<>();
    private final Map<Path, Map<Map<String, String>, Integer>> numbers = new HashMap<>();
    private final Map<Map<String, String>, Integer> shared = new HashMap<>();
    private final Map<String, Optional<String>> totals = new HashMap<>();
    private final Set<String> dimensions = new LinkedHashSet<>();
    private final Map<Path, Set<String>> columns = new HashMap<>();
    private final List<List<Line>> cells = new ArrayList<>();

    /**
     * A line of a cell.
     *
     * @param table name of its folder
     * @param codes by dimension, in the order of the columns
     */
    public record Line(String table, Map<String, String> codes, NamedCsvRecord fields) {
        /** As people write it. */
        public String name() {
            return String.join(" / ", codes.values());
        }

        /**
         * What stands in the first of these columns that is there.
         *
         * @throws IllegalArgumentException where none is
         */
        public String field(String... columns) {
            return LinkedTables.field(fields, columns);
        }
    }

    private LinkedTables(List<Path> folders) {
        this.folders = folders.stream()
                .sorted(Comparator.comparing(LinkedTables::name))
                .toList();
        if (folders.stream().map(LinkedTables::name).distinct().count() < folders.size()) {
            throw new IllegalArgumentException("Two folders have the same name: " + folders);
        }
    }

    /** The name of its own that a folder has, however it is told. */
    static String name(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    /**
     * The order of the folders does not matter.
     *
     * @param file name of the file of cells
     * @param isCell which of its lines are cells
     * @throws IllegalArgumentException where the files are not as they should be
     * @throws UncheckedIOException where one is not there
     */
    public static LinkedTables read(List<Path> folders, String file, Predicate<NamedCsvRecord> isCell) {
        LinkedTables tables = new LinkedTables(folders);
        for (Path folder : tables.folders) {
            Hierarchies read = new Hierarchies();
            tables.hierarchies.put(folder, read);
            forEachLine(
                    folder.resolve("hierarchy.csv"),
                    line -> read.add(field(line, "dimension"), field(line, "child"), field(line, "parent")));
            tables.dimensions.addAll(read.names());
        }
        Map<Path, List<NamedCsvRecord>> lines = new LinkedHashMap<>();
        for (Path folder : tables.folders) {
            List<NamedCsvRecord> cells = new ArrayList<>();
            forEachLine(folder.resolve(file), line -> {
                if (isCell.test(line)) {
                    cells.add(line);
                }
            });
            if (cells.isEmpty()) {
                throw new IllegalArgumentException("There is no cell in " + folder);
            }
            lines.put(folder, cells);
            tables.columns.put(
                    folder,
                    cells.get(0).getHeader().stream()
                            .filter(tables.dimensions::contains)
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
        lines.forEach((folder, cells) -> cells.forEach(line -> tables.add(folder, line)));
        return tables;
    }

    private static void forEachLine(Path file, Consumer<NamedCsvRecord> line) {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
            reader.forEach(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * What stands in the first of these columns that is there.
     *
     * @throws IllegalArgumentException where none is
     */
    public static String field(NamedCsvRecord line, String... columns) {
        return Stream.of(columns)
                .map(line::findField)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no column '%s', but %s".formatted(String.join("' or '", columns), line.getHeader())));
    }

    /** All lines of each cell, by the cells' numbers. */
    public List<List<Line>> cells() {
        return cells;
    }

    private void add(Path folder, NamedCsvRecord line) {
        Map<String, String> codes = new LinkedHashMap<>();
        columns.get(folder).forEach(name -> codes.put(name, line.getField(name)));
        int number = shared.computeIfAbsent(key(codes), none -> cells.size());
        if (number == cells.size()) {
            cells.add(new ArrayList<>());
        }
        if (numbers.computeIfAbsent(folder, none -> new LinkedHashMap<>()).put(codes, number) != null) {
            throw new IllegalArgumentException(
                    "%s: the cell %s is there twice; the dimensions are those of hierarchy.csv: %s"
                            .formatted(folder, codes.values(), codes.keySet()));
        }
        cells.get(number).add(new Line(name(folder), codes, line));
    }

    /** What a cell's codes are in whichever table, without those that are totals. */
    private Map<String, String> key(Map<String, String> codes) {
        Map<String, String> key = new HashMap<>(codes);
        key.entrySet().removeIf(code -> totals.computeIfAbsent(code.getKey(), this::total)
                .filter(code.getValue()::equals)
                .isPresent());
        return key;
    }

    private Optional<String> total(String dimension) {
        Set<String> parents = new LinkedHashSet<>();
        Set<String> children = new LinkedHashSet<>();
        for (Path folder : folders) {
            Hierarchies read = hierarchies.get(folder);
            read.names().stream()
                    .filter(name -> columns.get(folder).contains(dimension)
                            && read.column(name, columns.get(folder)).equals(dimension))
                    .forEach(name -> read.of(name).forEach((parent, childrenOfIt) -> {
                        parents.add(parent);
                        children.addAll(childrenOfIt);
                    }));
        }
        parents.removeAll(children);
        boolean isLacking =
                folders.stream().anyMatch(folder -> !columns.get(folder).contains(dimension));
        if (parents.size() != 1 && isLacking) {
            throw new IllegalArgumentException(
                    "A table without '%s' has the total of it, and there is not one: %s".formatted(dimension, parents));
        }
        return parents.size() == 1 ? Optional.of(parents.iterator().next()) : Optional.empty();
    }

    /** All that follows from the hierarchies; what two tables both say is there once. */
    public List<Equation> equations() {
        Map<Map<Integer, Long>, Equation> equations = new LinkedHashMap<>();
        for (Path folder : folders) {
            for (String name : hierarchies.get(folder).names()) {
                addEquations(folder, name, equations);
            }
        }
        Set<String> names = new HashSet<>();
        for (Equation equation : equations.values()) {
            if (!names.add(equation.name())) {
                throw new IllegalArgumentException(
                        "Two equations would both be '%s': a code must not have ' / '".formatted(equation.name()));
            }
        }
        return List.copyOf(equations.values());
    }

    private void addEquations(Path folder, String name, Map<Map<Integer, Long>, Equation> equations) {
        Hierarchies read = hierarchies.get(folder);
        String column = read.column(name, columns.get(folder));
        Map<String, List<Map<String, String>>> byCode =
                numbers.get(folder).keySet().stream().collect(Collectors.groupingBy(codes -> codes.get(column)));
        Set<String> published = codes(column);
        Set<String> wholes = new HashSet<>();
        read.of(name).forEach((parent, children) -> {
            List<List<String>> partsOfChildren = children.stream()
                    .map(child -> read.published(column, columns.get(folder), child, published)
                            .toList())
                    .toList();
            boolean complete = partsOfChildren.stream().noneMatch(List::isEmpty);
            List<String> parts = partsOfChildren.stream().flatMap(List::stream).toList();
            for (Map<String, String> codes : wholes(parent, parts, column, byCode)) {
                List<Integer> found = parts.stream()
                        .map(part -> shared.get(key(with(codes, column, part))))
                        .filter(number -> number != null)
                        .toList();
                // Of a whole that another table has, what is left out here is not zero but not told.
                if (byCode.containsKey(parent) || complete && found.size() == parts.size()) {
                    wholes.add(parent);
                    Equation equation = Equation.ofTotal(
                            (folders.size() == 1 ? "" : name(folder) + ": ")
                                    + String.join(" / ", codes.values())
                                    + " by "
                                    + name,
                            shared.get(key(codes)),
                            found);
                    equations.putIfAbsent(equation.coefficients(), equation);
                }
            }
        });
        if (read.totals(name).noneMatch(wholes::contains)) {
            throw new IllegalArgumentException("%s: no cell has the total of '%s', so that nobody sees what adds up: %s"
                    .formatted(name(folder), name, read.totals(name).toList()));
        }
    }

    /** All that some table has in the column. */
    private Set<String> codes(String column) {
        return numbers.values().stream()
                .flatMap(cells -> cells.keySet().stream())
                .filter(codes -> codes.containsKey(column))
                .map(codes -> codes.get(column))
                .collect(Collectors.toSet());
    }

    /** The table's cells of the code; where it has none, those of other tables that its parts are parts of. */
    private Collection<Map<String, String>> wholes(
            String whole, List<String> parts, String column, Map<String, List<Map<String, String>>> byCode) {
        if (byCode.containsKey(whole)) {
            return byCode.get(whole);
        }
        return parts.stream()
                .flatMap(part -> byCode.getOrDefault(part, List.of()).stream())
                .map(codes -> with(codes, column, whole))
                .filter(codes -> shared.containsKey(key(codes)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, String> with(Map<String, String> codes, String column, String code) {
        Map<String, String> other = new LinkedHashMap<>(codes);
        other.put(column, code);
        return other;
    }
}
