package se.skolkvalitet.indicator.calculation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.released;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.uploaded;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** How much of the weight must have a figure, in the edition and where it says nothing. All figures are made up. */
@QuarkusTest
class LeastCoverageTest {
    private static final String HALF_OF_THE_WEIGHT = """
            measure,level,area,period,school_form,value
            gr.merit,school-unit,10000001,2024/25,grundskola,200
            gr.pupils,school-unit,10000001,2024/25,grundskola,60
            gr.pupils,school-unit,10000002,2024/25,grundskola,40
            """;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void register() throws IOException {
        ThreeUnits.registerWithEditionOfCsv(jdbi);
    }

    @Test
    void halfOfTheWeightIsUsuallyEnoughForAnOrganiser() {
        assertThat(ofTheOrganiser().getString("status")).isEqualTo("estimated");
    }

    @Test
    void anEditionMayAskForMore() {
        jdbi.useHandle(handle -> handle.execute("update edition set document = jsonb_set(document::jsonb,"
                + " '{leastCoverage}', '{\"wide\": 0.9, \"narrow\": 0.61}')::json"));

        JsonPath value = ofTheOrganiser();

        assertThat(value.getString("status")).isEqualTo("incomplete");
        assertThat(value.getString("reason")).isEqualTo("coverage");
        assertThat(value.getFloat("coverage")).isEqualTo(0.6f);
    }

    private static JsonPath ofTheOrganiser() {
        assertThat(uploaded("/v1/imports?source=csv", "text/csv", HALF_OF_THE_WEIGHT)
                        .getString("state"))
                .isEqualTo("completed");
        released();
        return given().get("/v1/values?indicator=MERIT&area=2120000142&period=2024/25&sex=T")
                .jsonPath()
                .setRootPath("items[0]");
    }
}
