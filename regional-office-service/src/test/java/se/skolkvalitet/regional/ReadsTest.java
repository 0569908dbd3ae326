package se.skolkvalitet.regional;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.contract.Reads;
import se.skolkvalitet.regional.testsupport.Offices;
import se.skolkvalitet.regional.testsupport.Register;

/** What holds for all that can be read, on a service in which there are two of everything. */
@QuarkusTest
class ReadsTest {
    private static final String ORGANISER = Register.organiser(900901);
    private static final Map<String, String> KEYS = Map.of("orgNumber", ORGANISER);

    @BeforeEach
    void twoOfEverything() {
        Offices.put("gavle", null, "{\"name\":\"Gävle\",\"municipality\":\"2180\"}");
        Offices.cover("gavle", "*", "21");
        Offices.put("sandviken", null, "{\"name\":\"Sandviken\",\"municipality\":\"2181\"}");
        Register.imported(
                Register.unit("20000401", ORGANISER, "2180")
                        + Register.unit("20000402", Register.organiser(900902), "2181"),
                "atomic");
        Register.imported(Register.unit("20000401", ORGANISER, "2180"), "lenient");
        adviser("R1");
        adviser("R2");
    }

    @AfterEach
    void nobodyAnswersForTheCountyAnyMore() {
        Offices.cover("gavle", "*");
    }

    @Test
    void headIsAnsweredLikeGetWithItsTag() {
        Reads.assertHeadIsLikeGet("regional-office-service", KEYS);
    }

    @Test
    void aTypingErrorInAFilterNeverLooksLikeAnEmptyPage() {
        Reads.assertNoTypingErrorLooksLikeAnEmptyPage("regional-office-service", KEYS);
    }

    @Test
    void aCursorBelongsToItsCollection() {
        Reads.assertACursorBelongsToItsCollection("regional-office-service", KEYS);
    }

    private static void adviser(String reference) {
        given().contentType(ContentType.JSON)
                .body("{\"agency\":\"spsm\",\"reference\":\"%s\",\"office\":\"gavle\",\"schoolForms\":[\"grundskola\"]}"
                        .formatted(reference))
                .post("/v1/advisers");
    }
}
