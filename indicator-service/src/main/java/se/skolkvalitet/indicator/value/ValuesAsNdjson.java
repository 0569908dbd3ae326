package se.skolkvalitet.indicator.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import se.skolkvalitet.indicator.value.ValueColumns.Column;

/** A JSON object a line; what is null is left out. */
final class ValuesAsNdjson implements ValueFormat {
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .rootValueSeparator("")
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    @Override
    public String file() {
        return "values.ndjson";
    }

    @Override
    public String mediaType() {
        return "application/x-ndjson";
    }

    @Override
    public Lines begin(OutputStream to) throws IOException {
        JsonGenerator json = JSON.createGenerator(to);
        return new Lines() {
            @Override
            public void write(Value value) throws IOException {
                json.writeStartObject();
                for (Column column : ValueColumns.ALL) {
                    writeField(column, value, json);
                }
                json.writeEndObject();
                json.writeRaw('\n');
            }

            @Override
            public void close() throws IOException {
                json.close();
            }
        };
    }

    private static void writeField(Column column, Value value, JsonGenerator json) throws IOException {
        Object field = column.of().apply(value);
        if (field instanceof BigDecimal number) {
            json.writeNumberField(column.name(), number);
        } else if (field instanceof Integer number) {
            json.writeNumberField(column.name(), number);
        } else if (field != null) {
            json.writeStringField(column.name(), column.text(value));
        }
    }
}
