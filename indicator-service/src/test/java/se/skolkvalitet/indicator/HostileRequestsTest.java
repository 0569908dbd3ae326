package se.skolkvalitet.indicator;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.hostile.HostileRequests;

@QuarkusTest
class HostileRequestsTest {
    @Test
    @Tag("endurance")
    void everyHostileRequestIsAnsweredAsTheContractSays() throws IOException {
        HostileRequests.assertAnsweredWell("indicator-service", RestAssured.port);
    }
}
