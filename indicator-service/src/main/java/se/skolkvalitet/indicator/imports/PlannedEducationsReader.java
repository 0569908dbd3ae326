package se.skolkvalitet.indicator.imports;

import java.io.InputStream;
import java.util.function.Supplier;
import se.skolkvalitet.kit.imports.JsonLines;

/** Reads answers of Skolverket's Planned educations API, one a line. */
final class PlannedEducationsReader implements StatisticsReader {
    @Override
    public long read(Supplier<InputStream> file, Reading reading) {
        return JsonLines.read(
                file.get(),
                reading.mapper(),
                reading.faults(),
                (line, document) -> reading.add(
                        line, new PlannedEducationsLine(line, reading.measures(), reading.faults()).read(document)));
    }
}
