package se.skolkvalitet.kit.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import se.skolkvalitet.kit.text.InvalidValue;

/** Reads texts that PostgreSQL can store and UTF-8 can carry: without U+0000 and without half a surrogate pair. */
class PlainText extends StringDeserializer {
    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        String text = super.deserialize(json, context);
        if (text != null && !isPlain(text)) {
            InvalidValue refused =
                    new InvalidValue("plain-text", "A text must not hold U+0000 or half of a surrogate pair");
            throw JsonMappingException.from(json, refused.getMessage(), refused);
        }
        return text;
    }

    private static boolean isPlain(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
