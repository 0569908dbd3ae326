package se.skolkvalitet.kit.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.LocalDate;
import se.skolkvalitet.kit.text.Day;
import se.skolkvalitet.kit.text.InvalidValue;

/** Reads days as texts; the library would take numbers and lists for days, too, and cut days out of times. */
class DayReader extends StdScalarDeserializer<LocalDate> {
    DayReader() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, json);
        }
        try {
            return Day.of(json.getText());
        } catch (InvalidValue refused) {
            throw JsonMappingException.from(json, refused.getMessage(), refused);
        }
    }
}
