package se.skolkvalitet.indicator;

import static io.restassured.RestAssured.given;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.statistics;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.testsupport.ManyUnits;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;
import se.skolkvalitet.kit.test.AfterFaults;
import se.skolkvalitet.kit.test.hostile.HostileRequests;

@QuarkusTest
class HostileRequestsTest {
    @Inject
    Jdbi jdbi;

    @Test
    @Tag("endurance")
    void everyHostileRequestIsAnsweredAsTheContractSays() throws IOException {
        ManyUnits.register(jdbi);
        ManyUnits.publishWith(statistics());
        ThreeUnits.draftWithFindings();
        AfterFaults.remainIn(jdbi, "indicator.releases");

        HostileRequests.to("indicator-service", RestAssured.port)
                .key("orgNumber", "2120000142")
                .key("value", ManyUnits.EXPECTED)
                .body("importStatistics", ThreeUnits::statistics)
                .body("importUnitCodes", () -> "{}")
                .body("calculate", () -> "{\"edition\":1}")
                .body("publishRelease", HostileRequestsTest::release)
                .body("explainFindings", HostileRequestsTest::reason)
                .assertAnsweredWell();
    }

    /** Of a finding of the draft, as long as there is one: it may be published at any time. */
    private static String reason() {
        List<String> findings =
                given().get("/v1/release-drafts/latest/findings").jsonPath().getList("items.id");
        return "{\"findings\":[\"%s\"],\"reason\":\"Made up\"}"
                .formatted(findings == null || findings.isEmpty() ? UUID.randomUUID() : findings.get(0));
    }

    /** Of the newest calculation that has ended. */
    private static String release() {
        int number = given().get("/v1/calculations?limit=1000")
                .jsonPath()
                .getInt("items.findAll { it.state == 'completed' }.report.number.max()");
        return "{\"calculation\":%d}".formatted(number);
    }
}
