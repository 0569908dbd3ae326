package se.skolkvalitet.kit.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/** JSON as bare text for every {@link Code}. */
public class CodeModule extends SimpleModule {
    public CodeModule() {
        super("codes");
        addSerializer(Code.class, new Serializer());
        addKeySerializer(Code.class, new KeySerializer());
        setDeserializers(new Deserializers());
    }

    private static final class Serializer extends JsonSerializer<Code> {
        @Override
        public void serialize(Code code, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(code.value());
        }
    }

    private static final class KeySerializer extends JsonSerializer<Code> {
        @Override
        public void serialize(Code code, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeFieldName(code.value());
        }
    }

    private static final class Deserializers extends SimpleDeserializers {
        @Override
        public JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) throws JsonMappingException {
            return Code.class.isAssignableFrom(type.getRawClass())
                    ? new Deserializer<>(type.getRawClass())
                    : super.findBeanDeserializer(type, config, description);
        }

        @Override
        public JsonDeserializer<?> findEnumDeserializer(
                Class<?> type, DeserializationConfig config, BeanDescription description) throws JsonMappingException {
            return Code.class.isAssignableFrom(type)
                    ? new Deserializer<>(type)
                    : super.findEnumDeserializer(type, config, description);
        }
    }

    private static final class Deserializer<T> extends StdDeserializer<T> {
        private final transient Class<T> type;

        Deserializer(Class<T> type) {
            super(type);
            this.type = type;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return type.cast(context.handleUnexpectedToken(type, json));
            }
            try {
                return Codes.parse(type, json.getText());
            } catch (InvalidValue refused) {
                throw JsonMappingException.from(json, refused.getMessage(), refused);
            }
        }
    }
}
