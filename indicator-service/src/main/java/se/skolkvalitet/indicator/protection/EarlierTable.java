package se.skolkvalitet.indicator.protection;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import se.skolkvalitet.certificate.PublishedTable;
import se.skolkvalitet.certificate.folder.ProofFile;

/**
 * What an earlier release has told of figures of pupils.
 *
 * @param release in which it was told first
 * @param values of all cells, the withheld ones, too
 */
record EarlierTable(String release, PublishedTable published, List<BigDecimal> values) {
    static EarlierTable read(String release, byte[] files, byte[] secretValues) {
        try (BufferedReader values = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(secretValues)), StandardCharsets.UTF_8))) {
            return new EarlierTable(
                    release,
                    ProofFile.readTable(new ByteArrayInputStream(files)),
                    values.lines().map(BigDecimal::new).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
