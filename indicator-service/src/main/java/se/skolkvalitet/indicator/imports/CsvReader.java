package se.skolkvalitet.indicator.imports;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import se.skolkvalitet.indicator.delimited.CsvTable;

/** Reads CSV files of ours: an observation a row. */
final class CsvReader implements StatisticsReader {
    private static final CsvTable TABLE = new CsvTable(
            List.of("measure", "level", "area", "period", "school_form"),
            List.of("sex", "grade", "programme", "value", "low", "high", "status"));

    @Override
    public long read(Supplier<InputStream> file, Reading reading) {
        return TABLE.read(file.get(), reading.faults(), row -> {
            Optional<Observation> observation = new CsvRow(row, reading).read();
            reading.add(row.line(), observation.stream().toList());
        });
    }
}
