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

/** What holds for all that can be read, on a service in which there is something of everything. */
@QuarkusTest
class ReadsTest {
    private static final String ORGANISER = Register.organiser(900901);
    private static final Map<String, String> KEYS = Map.of("orgNumber", ORGANISER);

    @BeforeEach
    void somethingOfEverything() {
        Offices.put("gavle", null, "{\"name\":\"Gävle\",\"municipality\":\"2180\"}");
        Offices.cover("gavle", "*", "21");
        Register.imported(Register.unit("20000401", ORGANISER, "2180"), "atomic");
        given().contentType(ContentType.JSON)
                .body(
                        "{\"agency\":\"spsm\",\"reference\":\"R1\",\"office\":\"gavle\",\"schoolForms\":[\"grundskola\"]}")
                .post("/v1/advisers");
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
}
