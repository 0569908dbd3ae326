package se.skolkvalitet.certificate.folder;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.skolkvalitet.certificate.Certificate;
import se.skolkvalitet.certificate.CertificateFile;
import se.skolkvalitet.certificate.Figure;
import se.skolkvalitet.certificate.PublishedTable;

/**
 * What is published of tables: a folder with {@code certificate.json}, and beside it {@link TableFiles}, or in it a folder for each table with its
 * {@code hierarchy.csv} and {@code published.csv}: the cell's number in the certificate, its codes, its value (none where it is
 * withheld), its status ({@code published}, {@code open}, {@code primary} or {@code secondary}), what it would have
 * cost to withhold it, who knows it anyway (nobody where that is empty), and between which ends everybody knows it to lie.
 */
public final class PublishedFiles {
    public static final String CERTIFICATE = "certificate.json";
    private static final String HIERARCHY = "hierarchy.csv";

    private PublishedFiles() {}

    /**
     * @param folder which is not there yet, or is empty
     * @param folders which the tables come from; their hierarchies are copied
     * @param figures by the numbers that their cells have there
     */
    public static void write(
            Path folder, List<Path> folders, LinkedTables tables, List<Figure> figures, Certificate certificate)
            throws IOException {
        requireNothingIn(folder);
        for (Path source : folders) {
            Path target = Files.createDirectories(folder.resolve(LinkedTables.name(source)));
            Files.copy(source.resolve(HIERARCHY), target.resolve(HIERARCHY), StandardCopyOption.REPLACE_EXISTING);
        }
        Map<String, CsvWriter> writers = new HashMap<>();
        try {
            for (int number = 0; number < figures.size(); number++) {
                for (LinkedTables.Line line : tables.cells().get(number)) {
                    CsvWriter writer = writers.computeIfAbsent(line.table(), name -> begin(folder.resolve(name), line));
                    writer.writeRecord(record(number, line, figures.get(number)));
                }
            }
        } finally {
            for (CsvWriter writer : writers.values()) {
                writer.close();
            }
        }
        CertificateFile.write(folder.resolve(CERTIFICATE), certificate);
    }

    /**
     * So that nothing of before is mistaken for what is published now.
     *
     * @throws IllegalArgumentException where there is anything
     */
    public static void requireNothingIn(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new IllegalArgumentException("%s is not empty".formatted(folder));
                }
            }
        }
    }

    private static CsvWriter begin(Path folder, LinkedTables.Line line) {
        try {
            CsvWriter writer = CsvWriter.builder().build(folder.resolve(FigureColumns.FILE));
            List<String> header = new ArrayList<>(List.of(FigureColumns.NUMBER));
            header.addAll(line.codes().keySet());
            header.addAll(FigureColumns.HEADER);
            if (Set.copyOf(header).size() < header.size()) {
                throw new IllegalArgumentException("A dimension has the name of another column: " + header);
            }
            return writer.writeRecord(header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> record(int number, LinkedTables.Line line, Figure figure) {
        List<String> fields = new ArrayList<>(List.of(String.valueOf(number)));
        fields.addAll(line.codes().values());
        fields.addAll(FigureColumns.of(figure));
        return fields;
    }

    /** @throws IllegalArgumentException where the files are not as they should be */
    public static PublishedTable readTable(Path folder) throws IOException {
        if (TableFiles.areIn(folder)) {
            return TableFiles.read(folder);
        }
        List<Path> folders;
        try (Stream<Path> files = Files.list(folder)) {
            folders = files.filter(file -> Files.exists(file.resolve(FigureColumns.FILE)))
                    .sorted()
                    .toList();
        }
        if (folders.isEmpty()) {
            throw new IllegalArgumentException("%s has no folder with %s".formatted(folder, FigureColumns.FILE));
        }
        LinkedTables tables = LinkedTables.read(folders, FigureColumns.FILE, line -> true);
        Figure[] figures = new Figure[tables.cells().size()];
        int[] numbers = new int[figures.length];
        for (int i = 0; i < figures.length; i++) {
            numbers[i] = add(tables.cells().get(i), figures);
        }
        return new PublishedTable(
                List.of(figures),
                tables.equations().stream()
                        .map(equation -> equation.renumbered(cell -> numbers[cell]))
                        .toList());
    }

    private static int add(List<LinkedTables.Line> lines, Figure[] figures) {
        Figure figure = FigureColumns.read(lines.get(0).name(), lines.get(0)::field);
        int number = number(lines.get(0));
        for (LinkedTables.Line line : lines) {
            if (!FigureColumns.read(line.name(), line::field).isSameAs(figure) || number(line) != number) {
                throw new IllegalArgumentException("%s differs between tables".formatted(figure.name()));
            }
        }
        if (number < 0 || number >= figures.length || figures[number] != null) {
            throw new IllegalArgumentException(
                    "%s has the number of another cell, or none: %s".formatted(figure.name(), number));
        }
        figures[number] = figure;
        return number;
    }

    private static int number(LinkedTables.Line line) {
        return Integer.parseInt(line.field(FigureColumns.NUMBER));
    }

    public static Certificate readCertificate(Path folder) throws IOException {
        return CertificateFile.read(folder.resolve(CERTIFICATE));
    }
}
