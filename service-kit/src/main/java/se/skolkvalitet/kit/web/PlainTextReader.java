package se.skolkvalitet.kit.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import se.skolkvalitet.kit.text.InvalidValue;
import se.skolkvalitet.kit.text.PlainText;

/** Reads texts that PostgreSQL can store and UTF-8 can carry: without U+0000 and without half a surrogate pair. */
class PlainTextReader extends StringDeserializer {
    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        String text = super.deserialize(json, context);
        if (text != null && !PlainText.isPlain(text)) {
            InvalidValue refused = PlainText.refused();
            throw JsonMappingException.from(json, refused.getMessage(), refused);
        }
        return text;
    }
}
