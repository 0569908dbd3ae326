package se.skolkvalitet.certificate.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import se.skolkvalitet.certificate.Certificate;
import se.skolkvalitet.certificate.CertificateFile;
import se.skolkvalitet.certificate.Figure;
import se.skolkvalitet.certificate.PublishedTable;

/**
 * A table and its certificate in one file: a ZIP of what {@link PublishedFiles} and {@link TableFiles} have in a folder.
 *
 * @param toldBy which values tell the table's figures
 */
public record ProofFile(PublishedTable table, Certificate certificate, List<ToldBy> toldBy) {
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Figures that would be published were they not withheld, of which nothing says which values tell them. */
    public Set<String> toldByNothing() {
        Set<String> figures = table.figures().stream()
                .filter(Figure::isFree)
                .map(figure -> ToldBy.figure(figure.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        toldBy.forEach(one -> figures.remove(one.figure()));
        return figures;
    }

    /** The same table has the same bytes, whenever it is written. */
    public void write(OutputStream to) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(to)) {
            Writer text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            begin(zip, TableFiles.CELLS);
            TableFiles.writeCells(table, text);
            begin(zip, TableFiles.EQUATIONS);
            TableFiles.writeEquations(table, text);
            begin(zip, ToldBy.FILE);
            ToldBy.write(toldBy, text);
            begin(zip, PublishedFiles.CERTIFICATE);
            CertificateFile.write(zip, certificate);
        }
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LONG_AGO);
        zip.putNextEntry(entry);
    }

    /** @throws IllegalArgumentException where it is not as it should be */
    public static ProofFile read(InputStream from) throws IOException {
        Map<String, byte[]> files = unpacked(from);
        return new ProofFile(
                table(files),
                CertificateFile.read(file(files, PublishedFiles.CERTIFICATE)),
                ToldBy.read(text(files, ToldBy.FILE)));
    }

    /**
     * Only what is published, without the certificate.
     *
     * @throws IllegalArgumentException where it is not as it should be
     */
    public static PublishedTable readTable(InputStream from) throws IOException {
        return table(unpacked(from));
    }

    private static PublishedTable table(Map<String, byte[]> files) {
        return TableFiles.read(text(files, TableFiles.CELLS), text(files, TableFiles.EQUATIONS));
    }

    private static Reader text(Map<String, byte[]> files, String name) {
        return new StringReader(new String(file(files, name), StandardCharsets.UTF_8));
    }

    private static byte[] file(Map<String, byte[]> files, String name) {
        if (!files.containsKey(name)) {
            throw new IllegalArgumentException("There is no %s in it".formatted(name));
        }
        return files.get(name);
    }

    private static Map<String, byte[]> unpacked(InputStream from) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(from)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
