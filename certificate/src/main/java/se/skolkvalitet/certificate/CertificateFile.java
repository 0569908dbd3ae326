package se.skolkvalitet.certificate;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A certificate as JSON, with the names of {@link Certificate}. */
public final class CertificateFile {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
            .build();

    private CertificateFile() {}

    public static void write(Path file, Certificate certificate) throws IOException {
        MAPPER.writeValue(file.toFile(), certificate);
    }

    /** @param to stays open */
    public static void write(OutputStream to, Certificate certificate) throws IOException {
        MAPPER.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(to, certificate);
    }

    /** @throws IOException where it is not there, or is no certificate: tells where in the file */
    public static Certificate read(Path file) throws IOException {
        return required(MAPPER.readValue(file.toFile(), Certificate.class), file.toString());
    }

    /** @throws IOException where it is no certificate: tells where in it */
    public static Certificate read(byte[] content) throws IOException {
        return required(MAPPER.readValue(content, Certificate.class), "The content");
    }

    /** JSON may say {@code null}. */
    private static Certificate required(Certificate read, String from) throws IOException {
        if (read == null) {
            throw new IOException(from + " is no certificate");
        }
        return read;
    }
}
