package se.skolkvalitet.indicator.analysis;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

@QuarkusTest
class AnalysisOfCalculationTest {
    @Inject
    Jdbi jdbi;

    @BeforeEach
    void register() throws IOException {
        ThreeUnits.register(jdbi);
    }

    /** The figures are about the register as it was then. */
    @Test
    void tellsOfTheRegisterThatWasCalculatedWith() {
        ThreeUnits.imported(ThreeUnits.statistics(), "atomic");
        long calculation = ThreeUnits.calculated().getLong("report.number");
        jdbi.useHandle(handle -> {
            handle.execute("update school_unit set name = name || ' of now', school_forms = '{gymnasieskola}'");
            handle.execute("update organiser set name = name || ' of now', kind = 'independent'");
        });

        ThreeUnits.released(calculation);

        given().get("/v1/analyses/2120000142")
                .then()
                .statusCode(200)
                .body("organiser.name", equalTo("Stad"))
                .body("organiser.kind", equalTo("municipal"))
                .body("schoolUnits.name", contains("A", "B"))
                .body("schoolUnits[0].schoolForms", contains("grundskola"))
                .body("goals", hasSize(1));
    }
}
