package se.skolkvalitet.kit.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the kit makes of the contract that annotations alone give. */
@QuarkusTest
class ContractFilterTest {
    @Test
    void everyFieldOfAnAnswerIsRequiredThatIsNotNullable() {
        contract("Job")
                .body(
                        "required",
                        containsInAnyOrder("id", "kind", "state", "parameters", "done", "attempts", "createdAt"));
    }

    @Test
    void aNullableFieldMayBeLeftOutAndIsNeverNull() {
        contract("Note").body("required", contains("text")).body("properties.author.type", equalTo("string"));
    }

    @Test
    void anAnswerLeavesOutWhatIsNull() {
        given().get("/v1/note").then().body("", equalTo(Map.of("text", "Remember")));
    }

    @Test
    void whatIsSentInNeedsWhatValidationAsksFor() {
        contract("ThingRequest").body("required", contains("code"));
    }

    @Test
    void aPageAlwaysHasItems() {
        contract("PageThing").body("required", contains("items"));
    }

    @Test
    void aPatternIsForTheWholeTextAlsoWhereItHasAlternatives() {
        contract("Spelling")
                .body("properties.animal.pattern", equalTo("^(?:cat|dog)$"))
                .body("properties.word.pattern", equalTo("^[a-z]+$"))
                .body("properties.visible.pattern", equalTo("^[\\s\\S]*\\S[\\s\\S]*$"));
    }

    @Test
    void anAnswerThatMayBeAnotherLaterTellsWhen() {
        operation("'/v1/things'.get").body("responses.'503'.$ref", equalTo("#/components/responses/Unavailable"));
        given().get("/openapi?format=json")
                .then()
                .body("components.responses.Unavailable.headers", hasKey("Retry-After"));
    }

    @Test
    void aWriteWithATagTellsHowItFailsWithoutOneAndWithAnother() {
        operation("'/v1/things/{code}'.put").body("responses", hasKey("412")).body("responses", hasKey("428"));
        operation("'/v1/things'.post").body("responses", not(hasKey("412"))).body("responses", not(hasKey("428")));
    }

    @Test
    void whatTakesABodyTellsThatItMayBeTooLarge() {
        operation("'/v1/things'.post").body("responses", hasKey("413"));
        operation("'/v1/files'.post").body("responses", hasKey("413"));
        operation("'/v1/things/{code}'.put").body("responses", not(hasKey("413")));
    }

    private static ValidatableResponse operation(String operation) {
        return given().queryParam("format", "json").get("/openapi").then().rootPath("paths." + operation);
    }

    private static ValidatableResponse contract(String schema) {
        return given().queryParam("format", "json").get("/openapi").then().rootPath("components.schemas." + schema);
    }
}
