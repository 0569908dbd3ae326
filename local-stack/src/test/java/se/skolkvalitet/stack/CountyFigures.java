package se.skolkvalitet.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * The table in {@code docs/calculation.md} of a county's figures on the real data, in release 0.1.0 and now. A run with {@code
 * -Dfigures.write=true} writes it; every other run holds it against what it has calculated.
 */
final class CountyFigures {
    private static final String BEGIN = "<!-- county figures: begin -->\n";
    private static final String END = "<!-- county figures: end -->\n";
    private static final Path DOCUMENT = TestStack.projectRoot().resolve("docs/calculation.md");
    private static final Path BEFORE = TestStack.projectRoot().resolve("docs/county-figures-0.1.0.json");

    private final Map<String, JsonNode> before;
    private final Map<String, JsonNode> now;
    private final Map<String, JsonNode> ofTheNation;

    private CountyFigures(Map<String, JsonNode> before, Map<String, JsonNode> now, Map<String, JsonNode> ofTheNation) {
        this.before = before;
        this.now = now;
        this.ofTheNation = ofTheNation;
    }

    /**
     * @param values of the county, as the service lists them
     * @param nation values of the nation
     */
    static CountyFigures of(JsonNode values, JsonNode nation) throws IOException {
        return new CountyFigures(newest(new ObjectMapper().readTree(BEFORE.toFile())), newest(values), newest(nation));
    }

    private static Map<String, JsonNode> newest(JsonNode values) {
        Map<String, JsonNode> newest = new TreeMap<>();
        StreamSupport.stream(values.path("items").spliterator(), false)
                .filter(value -> value.path("sex").asText().equals("T"))
                .sorted(Comparator.comparing(value -> value.path("period").asText()))
                .forEach(value -> newest.put(value.path("indicator").asText(), value));
        return newest;
    }

    String table() {
        SortedSet<String> indicators = new TreeSet<>(before.keySet());
        indicators.addAll(now.keySet());
        StringBuilder table = new StringBuilder("""
                | indicator | period | 0.1.0 | coverage then | now | coverage | between | the source's own, of the nation |
                |---|---|---|---|---|---|---|---|
                """);
        indicators.forEach(indicator -> table.append(row(indicator)));
        return table.toString();
    }

    private String row(String indicator) {
        Optional<JsonNode> old = Optional.ofNullable(before.get(indicator));
        Optional<JsonNode> made = Optional.ofNullable(now.get(indicator));
        String between = made.filter(value -> value.has("low"))
                .map(value -> "%s–%s".formatted(text(value, "low"), text(value, "high")))
                .orElse("");
        String period = made.or(() -> old).map(value -> text(value, "period")).orElseThrow();
        return "| %s | %s | %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        indicator,
                        period,
                        old.map(CountyFigures::figure).orElse(""),
                        old.map(value -> text(value, "coverage")).orElse(""),
                        made.map(CountyFigures::figure).orElse(""),
                        made.map(value -> text(value, "coverage")).orElse(""),
                        between,
                        theSourcesOwn(indicator, period));
    }

    /** What is made of units tells how much of them it covers. */
    private String theSourcesOwn(String indicator, String period) {
        return Optional.ofNullable(ofTheNation.get(indicator))
                .filter(value -> text(value, "period").equals(period))
                .filter(value -> value.has("value") && !value.has("coverage"))
                .map(CountyFigures::figure)
                .orElse("");
    }

    private static String figure(JsonNode value) {
        String reason = value.has("reason") ? ", " + text(value, "reason") : "";
        return value.has("value") ? text(value, "value") : text(value, "status") + reason;
    }

    private static String text(JsonNode value, String field) {
        JsonNode found = value.path(field);
        return found.isNumber() ? found.decimalValue().toPlainString() : found.asText();
    }

    static String ofTheDocument() throws IOException {
        String document = Files.readString(DOCUMENT);
        return document.substring(document.indexOf(BEGIN) + BEGIN.length(), document.indexOf(END));
    }

    void write() throws IOException {
        String document = Files.readString(DOCUMENT);
        Files.writeString(
                DOCUMENT,
                document.substring(0, document.indexOf(BEGIN) + BEGIN.length())
                        + table()
                        + document.substring(document.indexOf(END)));
    }
}
