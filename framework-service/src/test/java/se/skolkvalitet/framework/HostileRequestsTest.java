package se.skolkvalitet.framework;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.AfterFaults;
import se.skolkvalitet.kit.test.Contracts;
import se.skolkvalitet.kit.test.hostile.HostileRequests;

@QuarkusTest
class HostileRequestsTest {
    @Inject
    Jdbi jdbi;

    @Test
    @Tag("endurance")
    void everyHostileRequestIsAnsweredAsTheContractSays() throws IOException {
        AfterFaults.remainIn(jdbi, "framework.editions");
        String edition = Files.readString(
                Contracts.projectRoot().resolve("local-stack/src/main/resources/main-job/edition-1.json"));
        given().contentType(ContentType.JSON).body(edition).post("/v1/editions");

        HostileRequests.to("framework-service", RestAssured.port)
                .body("openEdition", () -> edition)
                .body("replaceEdition", () -> edition)
                .assertAnsweredWell();
    }
}
