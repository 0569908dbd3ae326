package se.skolkvalitet.indicator.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import se.skolkvalitet.kit.jobs.JobFailed;

/** A file of JSON that is read token by token, because one document of it can be as large as the file. */
final class JsonFile {
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int DEEPEST = 100;

    /** A text or nesting beyond this is no statistic, and would be held in memory. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .build();

    private JsonFile() {}

    /** Reads on from before the first token. */
    interface Work<T> {
        T read(JsonParser json) throws IOException;
    }

    /** @throws JobFailed where it is no JSON: nobody can tell where it would go on */
    static <T> T read(InputStream file, Work<T> work) {
        try (JsonParser json = FACTORY.createParser(file)) {
            return work.read(json);
        } catch (JsonProcessingException e) {
            throw new JobFailed("The file is not JSON (line %d, column %d)."
                    .formatted(
                            e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                            e.getLocation() == null ? 0 : e.getLocation().getColumnNr()));
        } catch (CharConversionException e) {
            throw new JobFailed("The file is not JSON: it is not UTF-8.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value at hand as a text; null where it is null, an object or a list, which are passed over. */
    static String scalar(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token.isScalarValue()) {
            return token == JsonToken.VALUE_NULL ? null : json.getText();
        }
        json.skipChildren();
        return null;
    }
}
