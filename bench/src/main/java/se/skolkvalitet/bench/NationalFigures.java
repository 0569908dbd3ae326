package se.skolkvalitet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.skolkvalitet.stack.national.NationalCsv;
import se.skolkvalitet.stack.national.NationalSize;

/**
 * A CSV file of ours for the whole country, and the edition that it is read by.
 *
 * @param edition its number; it is published
 * @param figures how many are in the file
 */
record NationalFigures(int edition, Path csv, int measures, int periods, long figures) {

    /** As many periods as come nearest to the number that is asked for, and at least one. */
    static NationalFigures make(Workbench bench) {
        JsonNode edition = CsvEdition.read(1);
        long seed = bench.options().size().seed();
        long inAPeriod = NationalCsv.figuresInAPeriod(edition, seed);
        long nearest = Math.round((double) bench.options().figures() / inAPeriod);
        int periods = (int) Math.max(1, Math.min(NationalSize.MOST_PERIODS, nearest));
        bench.say("making up %,d figures by sex, periods: %d".formatted(periods * inAPeriod, periods));
        Path csv = bench.folder().resolve("national.csv");
        long figures = NationalCsv.write(csv, edition, seed, periods);
        return new NationalFigures(
                CsvEdition.publish(edition, bench),
                csv,
                edition.path("measures").size(),
                periods,
                figures);
    }

    double megabytes() {
        try {
            return Files.size(csv) / 1e6;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
