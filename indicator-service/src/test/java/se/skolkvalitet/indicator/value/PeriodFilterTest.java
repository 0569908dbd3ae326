package se.skolkvalitet.indicator.value;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.released;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.uploaded;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** Periods that may be asked for. All figures are made up. */
@QuarkusTest
class PeriodFilterTest {
    @Inject
    Jdbi jdbi;

    @BeforeEach
    void publish() throws IOException {
        ThreeUnits.register(jdbi);
        uploaded("/v1/imports?source=kolada", "application/json", """
                {"values":[{"kpi":"N11800","municipality":"0180","period":2024,\
                "values":[{"gender":"T","value":86.6}]}],"count":1}""");
        assertThat(released().getString("state")).isEqualTo("completed");
    }

    @Test
    void aPeriodOfWhichOnlyMunicipalitiesHaveFiguresIsKnownAtAllLevels() {
        given().get("/v1/values?period=2024&level=municipality")
                .then()
                .statusCode(200)
                .body("items", not(empty()));
        given().get("/v1/values?period=2024&level=organiser")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void aPeriodOfWhichNobodyHasFiguresIsNot() {
        given().get("/v1/values?period=2019&level=organiser")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("period"));
    }
}
