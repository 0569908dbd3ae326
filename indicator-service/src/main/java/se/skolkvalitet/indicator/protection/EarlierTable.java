package se.skolkvalitet.indicator.protection;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import se.skolkvalitet.certificate.PublishedTable;
import se.skolkvalitet.certificate.folder.TableFiles;

/**
 * What an earlier release has told of figures of pupils.
 *
 * @param number of the protected table
 * @param values of all cells, the withheld ones, too
 */
record EarlierTable(long number, PublishedTable published, List<BigDecimal> values) {
    static EarlierTable read(long number, byte[] files, byte[] secretValues) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(files));
                BufferedReader values = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(new ByteArrayInputStream(secretValues)), StandardCharsets.UTF_8))) {
            Map<String, String> texts = new HashMap<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
            return new EarlierTable(
                    number,
                    TableFiles.read(
                            new StringReader(texts.get(TableFiles.CELLS)),
                            new StringReader(texts.get(TableFiles.EQUATIONS))),
                    values.lines().map(BigDecimal::new).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
