package se.skolkvalitet.indicator.protection;

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

/** How few pupils a value may be about, in the edition and where it says nothing. All figures are made up. */
@QuarkusTest
class DisclosureRulesTest {
    private static final String THREE_HAVE_NOT_PASSED = """
            measure,level,area,period,school_form,value
            gr.passed,school-unit,10000001,2024/25,grundskola,17
            gr.pupils,school-unit,10000001,2024/25,grundskola,20
            """;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void register() throws IOException {
        ThreeUnits.registerWithEditionOfCsv(jdbi);
    }

    @Test
    void threeAreUsuallyTooFew() {
        JsonPath value = ofTheUnit();

        assertThat(value.getString("status")).isEqualTo("withheld");
        assertThat(value.getString("reason")).isEqualTo("few");
    }

    @Test
    void anEditionMaySayWhatIsFew() {
        edition("disclosure", "{\"leastGroup\": 20, \"leastCount\": 3}");

        assertThat(ofTheUnit().getFloat("value")).isEqualTo(85);
    }

    @Test
    void anEditionMaySayThatAMeasureIsOfNobody() {
        jdbi.useHandle(handle -> handle.execute("update edition set document = replace(document::text,"
                + " '\"kind\"', '\"protects\": \"nobody\", \"kind\"')::json"));

        assertThat(ofTheUnit().getFloat("value")).isEqualTo(85);
    }

    /** And nothing else that would tell how many they are: no interval, no comparison by it, no figure behind it. */
    @Test
    void anEditionMayLetItBeToldThatNearlyAllHave() {
        edition("disclosure", "{\"leastGroup\": 10, \"leastCount\": 5, \"few\": \"rounded\"}");

        JsonPath value = ofTheUnit();

        assertThat(value.getFloat("value")).isEqualTo(100);
        assertThat(value.getString("status")).isEqualTo("rounded");
        assertThat(value.getFloat("low")).isEqualTo(50);
        assertThat(value.getFloat("high")).isEqualTo(100);
        assertThat(value.getString("intervalLow")).isNull();
        assertThat(value.getString("intervalHigh")).isNull();
        JsonPath provenance =
                given().get("/v1/values/{id}/provenance", value.getString("id")).jsonPath();
        assertThat(provenance.getList("items.measure")).contains("gr.passed", "gr.pupils");
        assertThat(provenance.getList("items.value")).containsOnlyNulls();
        assertThat(provenance.getString("explanation")).contains("fewer than 5 in the part or in the rest of it");
    }

    /** Of three units that have 43 together, as everybody can read, an organiser has 40: the third has three. */
    @Test
    void whatAnOrganiserKnowsAnywayIsWithheldNevertheless() {
        imported("&licence=CC0-1.0", "gr.passed,nation,00,2024/25,grundskola,43\n");
        imported("", """
                gr.passed,school-unit,10000001,2024/25,grundskola,18
                gr.passed,school-unit,10000002,2024/25,grundskola,22
                gr.passed,school-unit,10000003,2024/25,grundskola,3
                gr.pupils,school-unit,10000001,2024/25,grundskola,30
                gr.pupils,school-unit,10000002,2024/25,grundskola,30
                gr.pupils,school-unit,10000003,2024/25,grundskola,30
                """);

        assertThat(released().getString("state")).isEqualTo("completed");

        assertThat(given().get("/v1/values?indicator=PASSED&area=10000003")
                        .jsonPath()
                        .getString("items[0].status"))
                .isEqualTo("withheld");
    }

    private static void imported(String licence, String lines) {
        assertThat(uploaded(
                                "/v1/imports?source=csv" + licence,
                                "text/csv",
                                "measure,level,area,period,school_form,value\n" + lines)
                        .getString("state"))
                .isEqualTo("completed");
    }

    private void edition(String part, String says) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update edition set document = jsonb_set(document::jsonb, array[:part], :says::jsonb)::json")
                .bind("part", part)
                .bind("says", says)
                .execute());
    }

    private static JsonPath ofTheUnit() {
        assertThat(uploaded("/v1/imports?source=csv", "text/csv", THREE_HAVE_NOT_PASSED)
                        .getString("state"))
                .isEqualTo("completed");
        released();
        return given().get("/v1/values?indicator=PASSED&area=10000001&period=2024/25&sex=T")
                .jsonPath()
                .setRootPath("items[0]");
    }
}
