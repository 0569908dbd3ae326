package se.skolkvalitet.indicator.protection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import se.skolkvalitet.certificate.Certificate;
import se.skolkvalitet.certificate.PublishedTable;
import se.skolkvalitet.certificate.folder.ProofFile;
import se.skolkvalitet.certificate.folder.ToldBy;
import se.skolkvalitet.disclosure.Cell;
import se.skolkvalitet.disclosure.Protector;
import se.skolkvalitet.disclosure.Table;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.protection.Family.Sum;

/**
 * What is withheld of a family in a period, and the proof.
 *
 * @param family its key
 * @param toldCells primary ones that figures tell which others publish, or tell to be closer to each other than they have to be
 * @param equationCells other primary ones of which nothing is shown but that no equation tells them
 * @param width how far apart two values of each other primary cell are that look the same; zero where that is so of all
 * @param sums names of what its figures are of
 * @param tellsWeights whether the files would tell weights that their source does not publish: whoever knows a figure times its
 *     weight, and the figure, knows the weight
 * @param files a ZIP of what {@code check.jar} reads
 * @param secretValues of all cells, in the order of their numbers: a line for each, compressed
 */
public record ProtectedTable(
        String family,
        String name,
        String period,
        int cells,
        int primaryCells,
        int secondaryCells,
        int toldCells,
        int equationCells,
        long cost,
        long costAtLeast,
        int width,
        List<WithheldByLevel> levels,
        List<String> sums,
        boolean tellsWeights,
        byte[] files,
        byte[] secretValues) {

    static ProtectedTable of(FiguresTogether of, Protector.Result made) {
        Table table = made.table();
        BitSet withheld = made.suppression().withheld();
        Certificate certificate = made.certificate();
        return new ProtectedTable(
                of.family().key(),
                of.family().name(),
                of.period(),
                table.cells().size(),
                (int) table.cells().stream().filter(Cell::isPrimary).count(),
                made.suppression().secondary(table).cardinality(),
                certificate.parts().stream()
                        .mapToInt(part -> part.told().size() + part.limits().size())
                        .sum(),
                certificate.parts().stream()
                        .mapToInt(part -> part.byEquations().size())
                        .sum(),
                certificate.cost(),
                certificate.costAtLeast(),
                width(certificate),
                levels(of.figures(), table, withheld),
                of.family().sums().stream().map(Sum::name).toList(),
                of.hasClosedWeights(),
                files(table.published(withheld), certificate, toldBy(of)),
                secretValues(table));
    }

    /** The least of its parts, of which each has to have it; zero where there are none. */
    private static int width(Certificate certificate) {
        return certificate.parts().stream()
                .filter(part -> !part.told().containsAll(part.primary()))
                .mapToInt(part -> part.width().intValue())
                .min()
                .orElse(0);
    }

    private static byte[] secretValues(Table table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer values = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
            for (Cell cell : table.cells()) {
                values.write(cell.value().toPlainString() + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<WithheldByLevel> levels(List<FigureOfPupils> figures, Table table, BitSet withheld) {
        SortedMap<Level, List<Integer>> byLevel = IntStream.range(0, figures.size())
                .boxed()
                .collect(Collectors.groupingBy(cell -> figures.get(cell).level(), TreeMap::new, Collectors.toList()));
        List<WithheldByLevel> levels = new ArrayList<>();
        byLevel.forEach((level, cells) -> {
            int few = (int) cells.stream()
                    .filter(cell -> table.cells().get(cell).isPrimary())
                    .count();
            int all = (int) cells.stream().filter(withheld::get).count();
            levels.add(new WithheldByLevel(level, cells.size(), few, all - few));
        });
        return levels;
    }

    private static List<ToldBy> toldBy(FiguresTogether of) {
        Map<Integer, String> names = of.family().sums().stream().collect(Collectors.toMap(Sum::step, Sum::name));
        return of.family().values().stream()
                .map(value -> new ToldBy(
                        names.get(value.step()), value.indicator(), value.schoolForm(), value.sex(), of.period()))
                .toList();
    }

    private static byte[] files(PublishedTable table, Certificate certificate, List<ToldBy> toldBy) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new ProofFile(table, certificate, toldBy).write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
