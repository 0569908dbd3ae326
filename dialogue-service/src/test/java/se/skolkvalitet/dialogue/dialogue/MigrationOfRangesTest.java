package se.skolkvalitet.dialogue.dialogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A database in which a meeting's time was one range gives the same answers when it has become two columns. */
@QuarkusTest
@WithTestResource(value = DatabaseOfRanges.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class MigrationOfRangesTest {
    private static final String DIALOGUE = "00000000-0000-0000-0001-000000000001";

    @Inject
    Jdbi jdbi;

    @Test
    void aPlannedDialogueIsWordForWordAsItWas() throws IOException {
        String before = """
            {"id": "00000000-0000-0000-0001-000000000001", "round": "spring", "organiser": "5555550001",
             "organiserName": "Bolag 1", "office": "solna", "state": "planned",
             "analysis": {"release": "2026.1", "link": "/v1/analyses/5555550001?release=2026.1", "schoolUnits": 2,
                          "schoolForms": ["forskoleklass", "grundskola"]},
             "meetings": [
               {"id": "00000000-0000-0000-0004-000000000011", "kind": "introduction", "start": "2027-02-15T08:00:00Z", "end": "2027-02-15T09:00:00Z", "digital": true,
                "adviser": "00000000-0000-0000-0002-000000000001",
                "spsmAdviser": "00000000-0000-0000-0003-000000000001"},
               {"id": "00000000-0000-0000-0004-000000000012", "kind": "dialogue", "start": "2027-03-08T08:00:00Z", "end": "2027-03-08T09:00:00Z", "digital": false,
                "adviser": "00000000-0000-0000-0002-000000000001",
                "spsmAdviser": "00000000-0000-0000-0003-000000000001"},
               {"id": "00000000-0000-0000-0004-000000000013", "kind": "feedback", "start": "2027-04-05T07:00:00Z", "end": "2027-04-05T08:00:00Z", "digital": true,
                "adviser": "00000000-0000-0000-0002-000000000001",
                "spsmAdviser": "00000000-0000-0000-0003-000000000001"}],
             "version": 2}
            """;

        JsonNode dialogue = get("/v1/dialogues/" + DIALOGUE);

        assertThat(dialogue).isEqualTo(new ObjectMapper().readTree(before));
    }

    @Test
    void thePlanIsAsItWasAndStillWithoutConflicts() throws IOException {
        String before = """
            {"round": "spring", "plannedAt": "2026-12-01T10:00:00Z", "dialogues": 2, "meetings": 6, "penalty": 18,
             "conflicts": []}
            """;

        JsonNode plan = get("/v1/rounds/spring/plan");

        assertThat(plan).isEqualTo(new ObjectMapper().readTree(before));
    }

    @Test
    void theRoundsKnowHowManyDialoguesTheyHave() {
        given().get("/v1/rounds")
                .then()
                .body("items", hasSize(2))
                .body("items[0].code", equalTo("spring"))
                .body("items[0].state", equalTo("planned"))
                .body("items[0].plannedAt", equalTo("2026-12-01T10:00:00Z"))
                .body("items[0].dialogues", equalTo(2))
                .body("items[1].state", equalTo("open"))
                .body("items[1].dialogues", equalTo(1));
    }

    @Test
    void nobodyIsBookedInAMeetingFromBefore() {
        String book =
                "insert into meeting (id, dialogue, organiser, kind, starts_at, ends_at, digital, adviser, spsm_adviser)"
                        + " values (gen_random_uuid(), '00000000-0000-0000-0001-000000000003', '5555550001', 'dialogue', '2027-03-08 08:30Z',"
                        + " '2027-03-08 09:00Z', false, '00000000-0000-0000-0002-000000000001', gen_random_uuid())";

        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(book)))
                .hasMessageContaining("meeting_adviser_is_in_one_at_a_time");
        assertThatThrownBy(() -> jdbi.useHandle(handle ->
                        handle.execute(book.replace("'00000000-0000-0000-0002-000000000001'", "gen_random_uuid()"))))
                .hasMessageContaining("meeting_organiser_is_in_one_at_a_time");
    }

    private static JsonNode get(String path) throws IOException {
        return new ObjectMapper().readTree(given().get(path).asString());
    }
}
