package se.skolkvalitet.dialogue;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.AfterFaults;
import se.skolkvalitet.kit.test.contract.Reads;

/** What holds for all that can be read, on a service in which there is something of everything. */
@QuarkusTest
class ReadsTest {
    @Inject
    Jdbi jdbi;

    @BeforeEach
    void aPlannedRoundAndAnOpenOne() {
        SomethingOfEverything.fill(jdbi);
        AfterFaults.remainIn(jdbi, "dialogue.dialogues");
        given().post("/v1/rounds/open/plan");
    }

    @Test
    void headIsAnsweredLikeGetWithItsTag() {
        Reads.assertHeadIsLikeGet("dialogue-service", Map.of());
    }

    @Test
    void aTypingErrorInAFilterNeverLooksLikeAnEmptyPage() {
        Reads.assertNoTypingErrorLooksLikeAnEmptyPage("dialogue-service", Map.of());
    }

    @Test
    void aCursorBelongsToItsCollection() {
        Reads.assertACursorBelongsToItsCollection("dialogue-service", Map.of());
    }
}
