package se.skolkvalitet.framework;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.Contracts;
import se.skolkvalitet.kit.test.contract.Reads;

/** What holds for all that can be read. */
@QuarkusTest
class ReadsTest {
    @BeforeEach
    void twoEditions() throws IOException {
        String edition = Files.readString(
                Contracts.projectRoot().resolve("local-stack/src/main/resources/main-job/edition-1.json"));
        given().contentType(ContentType.JSON).body(edition).post("/v1/editions");
        given().contentType(ContentType.JSON).body(edition).post("/v1/editions");
    }

    @Test
    void headIsAnsweredLikeGetWithItsTag() {
        Reads.assertHeadIsLikeGet("framework-service", Map.of());
    }

    @Test
    void aCursorBelongsToItsCollection() {
        Reads.assertACursorBelongsToItsCollection("framework-service", Map.of());
    }
}
