package se.skolkvalitet.framework.edition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A database whose editions were JSON documents gives the same answers when they have become rows. */
@QuarkusTest
@WithTestResource(value = DatabaseOfDocuments.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class MigrationOfDocumentsTest {
    private static final List<String> HEAD = List.of("number", "state", "version", "publishedAt");

    @Test
    void aPublishedEditionIsWordForWordAsItWas() throws IOException {
        JsonNode edition = get("/v1/editions/1");

        assertThat(said(edition)).isEqualTo(asToldToday(DatabaseOfDocuments.shipped()));
        assertThat(edition.get("publishedAt").asText()).isEqualTo("2026-06-01T10:00:00Z");
    }

    @Test
    void aDraftKeepsItsFaultsAndItsVersion() throws IOException {
        JsonNode draft = get("/v1/editions/2");

        ObjectNode expected = asToldToday(DatabaseOfDocuments.faulty());
        expected.remove("note");
        assertThat(said(draft)).isEqualTo(expected);
        given().get("/v1/editions/2").then().header("ETag", equalTo("\"7\""));
    }

    @Test
    void theListTellsOfBoth() throws IOException {
        JsonNode editions = get("/v1/editions");

        assertThat(editions.findValuesAsText("state")).containsExactly("published", "draft");
        assertThat(editions.findValuesAsText("version")).containsExactly("2", "7");
        assertThat(editions.get("items").get(0).get("title"))
                .isEqualTo(ShippedEdition.read().get("title"));
    }

    /** Without levels, references and peers, which lists that are always there say. */
    private static ObjectNode asToldToday(ObjectNode edition) {
        edition.withArray("successFactors").forEach(factor -> {
            ((ObjectNode) factor).putArray("levels");
            ((ObjectNode) factor).putArray("references");
        });
        edition.putArray("peers");
        return edition;
    }

    private static JsonNode said(JsonNode edition) {
        return ((ObjectNode) edition.deepCopy()).remove(HEAD);
    }

    private static JsonNode get(String path) throws IOException {
        return new ObjectMapper().readTree(given().get(path).asString());
    }
}
