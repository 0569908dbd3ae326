package se.skolkvalitet.framework.edition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.kit.test.HeldTable;

/** An edition is read from nine tables, and a writer may end between any two of them. */
@QuarkusTest
class EditionReadWhileWrittenTest {
    private static final String OTHER = "Något annat";

    @Inject
    Editions editions;

    @Inject
    DataSource dataSource;

    @Inject
    ObjectMapper mapper;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "measure",
                "goal",
                "sub_goal",
                "indicator",
                "success_factor",
                "success_factor_question",
                "success_factor_level",
                "success_factor_reference"
            })
    void anAnswerIsAllOfTheVersionThatItsTagNames(String table) throws Exception {
        int number = open(ShippedEdition.read());
        Framework other = mapper.convertValue(otherwise(), Framework.class);

        Response answer = readWhile(number, table, () -> editions.replace(number(number), "\"1\"", other));

        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(said(answer)).isEqualTo(ShippedEdition.read());
    }

    /** @return the answer to a reader who had come to the table when the writer's transaction ended */
    private Response readWhile(int number, String table, Runnable writer) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    writer.run();
                    HeldTable held = HeldTable.hold(dataSource, table);
                    var reading = CompletableFuture.supplyAsync(() -> given().get("/v1/editions/{n}", number));
                    held.awaitReader();
                    return reading;
                })
                .join();
    }

    /** The shipped edition with another text in each of its tables. */
    private static ObjectNode otherwise() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        say(edition.get("title"));
        say(edition.at("/measures/0/name"));
        say(edition.at("/goals/0/name"));
        say(edition.at("/subGoals/0/name"));
        say(edition.at("/indicators/0/name"));
        say(edition.at("/successFactors/0/name"));
        say(edition.at("/successFactors/0/questions/0"));
        say(edition.at("/successFactors/0/levels/0"));
        ((ObjectNode) edition.at("/successFactors/0/references/0")).put("title", OTHER);
        return edition;
    }

    private static void say(JsonNode text) {
        ((ObjectNode) text).put("sv", OTHER);
    }

    private static EditionNumber number(int number) {
        return new EditionNumber(String.valueOf(number));
    }

    private static JsonNode said(Response answer) throws IOException {
        ObjectNode edition = (ObjectNode) new ObjectMapper().readTree(answer.asString());
        return edition.remove(List.of("number", "state", "version"));
    }

    private static int open(ObjectNode edition) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(edition.toString())
                .post("/v1/editions")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }
}
