package se.skolkvalitet.certificate.folder;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import se.skolkvalitet.certificate.Equation;
import se.skolkvalitet.certificate.Figure;
import se.skolkvalitet.certificate.PublishedTable;

/**
 * What is published of a table whose cells have names and no dimensions: {@code published.csv} has of each cell its number, name,
 * value (none where it is withheld), status, what it would have cost to withhold it, who knows it anyway, and between which ends
 * everybody knows it to lie;
 * {@code equations.csv} has a line for each cell of each equation, with its coefficient.
 */
public final class TableFiles {
    public static final String CELLS = FigureColumns.FILE;
    public static final String EQUATIONS = "equations.csv";

    private static final String NAME = "name";
    private static final String EQUATION = "equation";
    private static final String COEFFICIENT = "coefficient";

    private TableFiles() {}

    /** @param to stays open */
    public static void writeCells(PublishedTable table, Writer to) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(to);
        csv.writeRecord(record(FigureColumns.NUMBER, NAME, FigureColumns.HEADER));
        for (int number = 0; number < table.figures().size(); number++) {
            Figure figure = table.figures().get(number);
            csv.writeRecord(record(String.valueOf(number), figure.name(), FigureColumns.of(figure)));
        }
        csv.flush();
    }

    private static List<String> record(String number, String name, List<String> of) {
        List<String> record = new ArrayList<>(List.of(number, name));
        record.addAll(of);
        return record;
    }

    /** @param to stays open */
    public static void writeEquations(PublishedTable table, Writer to) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(to);
        csv.writeRecord(EQUATION, FigureColumns.NUMBER, COEFFICIENT);
        for (Equation equation : table.equations()) {
            equation.coefficients()
                    .forEach((cell, coefficient) ->
                            csv.writeRecord(equation.name(), String.valueOf(cell), String.valueOf(coefficient)));
        }
        csv.flush();
    }

    static boolean areIn(Path folder) {
        return Files.exists(folder.resolve(EQUATIONS));
    }

    static PublishedTable read(Path folder) throws IOException {
        try (Reader cells = Files.newBufferedReader(folder.resolve(CELLS));
                Reader equations = Files.newBufferedReader(folder.resolve(EQUATIONS))) {
            return read(cells, equations);
        }
    }

    /** @throws IllegalArgumentException where they are not as they should be */
    public static PublishedTable read(Reader cells, Reader equations) {
        List<Figure> figures = figures(cells);
        Map<String, SortedMap<Integer, Long>> coefficients = new LinkedHashMap<>();
        forEachLine(
                EQUATIONS,
                equations,
                line -> add(
                        coefficients.computeIfAbsent(line.getField(EQUATION), none -> new TreeMap<>()),
                        line,
                        figures.size()));
        return new PublishedTable(
                figures,
                coefficients.entrySet().stream()
                        .map(equation -> new Equation(equation.getKey(), equation.getValue()))
                        .toList());
    }

    private static List<Figure> figures(Reader cells) {
        List<Figure> figures = new ArrayList<>();
        forEachLine(CELLS, cells, line -> {
            if (Integer.parseInt(line.getField(FigureColumns.NUMBER)) != figures.size()) {
                throw new IllegalArgumentException(
                        "Cells are not numbered from 0: '%s'".formatted(line.getField(NAME)));
            }
            figures.add(FigureColumns.read(line.getField(NAME), line::getField));
        });
        return figures;
    }

    /** @throws IllegalArgumentException where a line is not as it should be */
    static void forEachLine(String file, Reader lines, Consumer<NamedCsvRecord> line) {
        try {
            CsvReader.builder().ofNamedCsvRecord(lines).forEach(line);
        } catch (CsvParseException | NoSuchElementException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static void add(SortedMap<Integer, Long> coefficients, NamedCsvRecord line, int cells) {
        int cell = Integer.parseInt(line.getField(FigureColumns.NUMBER));
        if (cell < 0 || cell >= cells) {
            throw new IllegalArgumentException(
                    "'%s' is of a cell that is not there: %d".formatted(line.getField(EQUATION), cell));
        }
        if (coefficients.put(cell, Long.parseLong(line.getField(COEFFICIENT))) != null) {
            throw new IllegalArgumentException("'%s' has cell %d twice".formatted(line.getField(EQUATION), cell));
        }
    }
}
