package se.skolkvalitet.certificate.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The values of a release, a line each, as CSV or as JSON: what is null is empty in the one, and is left out in the other. */
final class ValueLines {
    private static final String CSV = "values.csv";
    private static final String NDJSON = "values.ndjson";
    private static final Set<String> ALWAYS_THERE =
            Set.of(ToldBy.INDICATOR, ToldBy.SCHOOL_FORM, ToldBy.SEX, "level", "area", "status");
    private static final JsonMapper JSON = new JsonMapper();

    private ValueLines() {}

    static boolean areIn(String file) {
        return file.equals(CSV) || file.equals(NDJSON);
    }

    /**
     * @param name of the file
     * @param line gets what it has by the name of a column; empty where that is nothing
     * @throws IllegalArgumentException where a line is not as it should be
     */
    static void forEach(String name, BufferedReader from, Consumer<UnaryOperator<String>> line) throws IOException {
        if (name.equals(NDJSON)) {
            from.lines().forEach(text -> line.accept(read(name, text)));
        } else {
            TableFiles.forEachLine(name, from, record -> line.accept(record::getField));
        }
    }

    private static UnaryOperator<String> read(String file, String text) {
        JsonNode value;
        try {
            value = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ": " + e.getOriginalMessage(), e);
        }
        if (!ALWAYS_THERE.stream().allMatch(value::hasNonNull)) {
            throw new IllegalArgumentException("%s: a line lacks one of %s".formatted(file, ALWAYS_THERE));
        }
        return column -> value.path(column).asText("");
    }
}
