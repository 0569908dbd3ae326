package se.skolkvalitet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import se.skolkvalitet.stack.ServiceKind;
import se.skolkvalitet.stack.mainjob.Api;

/** Edition 1 once more, some years later, with all its measures filled by CSV files of ours under their own codes. */
final class CsvEdition {
    private static final String EDITION_1 = "/main-job/edition-1.json";
    private static final String SOURCE = "csv";
    private static final Duration HEARSAY = Duration.ofSeconds(120);

    private CsvEdition() {}

    /** @param yearsLater editions that are published have different days */
    static ObjectNode read(int yearsLater) {
        try (InputStream file = CsvEdition.class.getResourceAsStream(EDITION_1)) {
            ObjectNode edition = (ObjectNode) new ObjectMapper().readTree(file);
            edition.put(
                    "validFrom",
                    LocalDate.parse(edition.path("validFrom").asText())
                            .plusYears(yearsLater)
                            .toString());
            edition.path("measures").forEach(measure -> ((ObjectNode) measure)
                    .put("source", SOURCE)
                    .put("sourceKey", measure.path("code").asText()));
            return edition;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Publishes it, and waits until imports are read by it.
     *
     * @return its number
     */
    static int publish(JsonNode edition, Workbench bench) {
        Api framework = bench.api(ServiceKind.FRAMEWORK);
        int number =
                framework.post("/v1/editions", edition).body().path("number").asInt();
        String path = "/v1/editions/" + number;
        framework.postIfMatch(path + "/publication", framework.etag(path));
        bench.api(ServiceKind.INDICATOR)
                .await(
                        "/v1/measures?edition=latest&limit=1000",
                        HEARSAY,
                        measures -> measures.path("items").size()
                                        == edition.path("measures").size()
                                && measures.path("items")
                                        .path(0)
                                        .path("source")
                                        .asText()
                                        .equals(SOURCE));
        return number;
    }
}
