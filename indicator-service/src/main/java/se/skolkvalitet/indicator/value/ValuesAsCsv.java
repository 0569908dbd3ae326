package se.skolkvalitet.indicator.value;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import se.skolkvalitet.indicator.value.ValueColumns.Column;

/** RFC 4180 in UTF-8, with a header; what is null is empty. */
final class ValuesAsCsv implements ValueFormat {
    @Override
    public String file() {
        return "values.csv";
    }

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public Lines begin(OutputStream to) {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        csv.writeRecord(ValueColumns.ALL.stream().map(Column::name).toList());
        return new Lines() {
            @Override
            public void write(Value value) {
                csv.writeRecord(ValueColumns.ALL.stream()
                        .map(column -> column.text(value))
                        .toList());
            }

            @Override
            public void close() throws IOException {
                csv.close();
            }
        };
    }
}
