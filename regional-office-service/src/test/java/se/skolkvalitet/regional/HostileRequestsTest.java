package se.skolkvalitet.regional;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.AfterFaults;
import se.skolkvalitet.kit.test.hostile.HostileRequests;
import se.skolkvalitet.regional.testsupport.Offices;
import se.skolkvalitet.regional.testsupport.Register;

@QuarkusTest
class HostileRequestsTest {
    private static final String ORGANISER = Register.organiser(900902);
    private static final String GIVES = "hostile-gives";
    private static final String TAKES = "hostile-takes";

    @Inject
    Jdbi jdbi;

    @AfterEach
    void nobodyAnswersForTheCountyAnyMore() {
        Offices.cover(GIVES, "*");
        Offices.cover(TAKES, "*");
    }

    @Test
    @Tag("endurance")
    void everyHostileRequestIsAnsweredAsTheContractSays() throws IOException {
        AfterFaults.remainIn(jdbi, "regional.offices");
        Offices.open(GIVES, "2580", "25");
        Offices.open(TAKES, "2580");
        Register.imported(Register.unit("20000402", ORGANISER, "2580"), "atomic");

        HostileRequests.to("regional-office-service", RestAssured.port)
                .key("orgNumber", ORGANISER)
                .body("addAdviser", HostileRequestsTest::adviser)
                .body("putOffice", () -> "{\"name\":\"Påhittade kontoret\",\"municipality\":\"2580\"}")
                .body("putCoverage", () -> "{\"counties\":[]}")
                .body("transferCoverage", HostileRequestsTest::transfer)
                .body(
                        "importRegister",
                        () -> Register.withGrades(Register.unit("20000402", ORGANISER, "2580"), "\"1\",\"2\"")
                                + Register.unit("20000403", ORGANISER, "2580"))
                .assertAnsweredWell();
    }

    private static String adviser() {
        return "{\"agency\":\"spsm\",\"reference\":\"%s\",\"office\":\"%s\",\"schoolForms\":[\"grundskola\"]}"
                .formatted(UUID.randomUUID(), GIVES);
    }

    /** From whichever of the two has the county, which one of them is given first where an earlier request took it. */
    private static String transfer() {
        if (!has(GIVES) && !has(TAKES)) {
            Offices.cover(GIVES, "*", "25");
        }
        boolean there = has(GIVES);
        return "{\"moves\":[{\"county\":\"25\",\"from\":\"%s\",\"to\":\"%s\"}]}"
                .formatted(there ? GIVES : TAKES, there ? TAKES : GIVES);
    }

    private static boolean has(String office) {
        return given().get("/v1/offices/" + office)
                .jsonPath()
                .getList("counties")
                .contains("25");
    }
}
