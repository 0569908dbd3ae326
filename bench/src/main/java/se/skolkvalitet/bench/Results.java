package se.skolkvalitet.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a later run compares itself with.
 *
 * @param size of the data; runs on data of another size are not compared
 * @param rows by id
 */
public record Results(String size, Map<String, Figures> rows) {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public Results {
        rows = new TreeMap<>(rows);
    }

    /** How a row compares with an earlier run. */
    enum Verdict {
        NEW,
        AS_BEFORE,
        BETTER,
        WORSE
    }

    /** The ratio of an earlier run on data of the same size. */
    Optional<Spread> ratio(String row, String sizeNow) {
        return Optional.ofNullable(rows.get(row))
                .filter(there -> size.equals(sizeNow))
                .map(Figures::ratio);
    }

    static Verdict verdict(Spread now, Optional<Spread> before) {
        if (before.isEmpty()) {
            return Verdict.NEW;
        }
        if (now.isAbove(before.get())) {
            return Verdict.WORSE;
        }
        return before.get().isAbove(now) ? Verdict.BETTER : Verdict.AS_BEFORE;
    }

    static Results parse(String json) {
        try {
            return MAPPER.readValue(json, Results.class);
        } catch (JsonProcessingException e) {
            throw new BenchFailed("results.json cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    String json() {
        try {
            return MAPPER.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
