package se.skolkvalitet.dialogue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.AfterFaults;
import se.skolkvalitet.kit.test.hostile.HostileRequests;

@QuarkusTest
class HostileRequestsTest {
    @Inject
    Jdbi jdbi;

    @Test
    @Tag("endurance")
    void everyHostileRequestIsAnsweredAsTheContractSays() throws IOException {
        SomethingOfEverything.fill(jdbi);
        AfterFaults.remainIn(jdbi, "dialogue.dialogues");

        HostileRequests.to("dialogue-service", RestAssured.port)
                .body("openRound", HostileRequestsTest::round)
                .assertAnsweredWell();
    }

    private static String round() {
        return "{\"code\":\"r%s\",\"name\":\"Våren\",\"firstDay\":\"2028-02-01\",\"lastDay\":\"2028-06-30\",\"organisers\":[\"5555550001\"]}"
                .formatted(UUID.randomUUID().toString().replace("-", ""));
    }
}
