package se.skolkvalitet.dialogue.dialogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.dialogue.planning.Adviser;
import se.skolkvalitet.dialogue.planning.DialogueToPlan;
import se.skolkvalitet.dialogue.planning.MeetingAssignment;
import se.skolkvalitet.dialogue.planning.MeetingKind;
import se.skolkvalitet.dialogue.planning.Slot;
import se.skolkvalitet.kit.test.HeldTable;

/** A dialogue and its meetings are read by two statements, and a plan may be saved between them. */
@QuarkusTest
class DialogueReadWhileWrittenTest {
    private static final RoundCode SPRING = new RoundCode("spring");
    private static final UUID DIALOGUE = new UUID(1, 1);

    @Inject
    Dialogues dialogues;

    @Inject
    Jdbi jdbi;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void aDialogueWithoutMeetings() {
        jdbi.useHandle(handle -> {
            handle.execute("truncate round, dialogue, meeting");
            handle.execute("insert into round (code, name, first_day, last_day, state)"
                    + " values ('spring', 'Spring', '2027-02-01', '2027-06-30', 'open')");
            handle.execute(
                    "insert into dialogue (id, round, organiser, organiser_name, office, state, analysis_release,"
                            + " analysis_link, school_units, school_forms)"
                            + " values (?, 'spring', '5555550001', 'Bolag', 'solna', 'invited', '2026.1', '/', 1, '{}')",
                    DIALOGUE);
        });
    }

    @Test
    void aDialogueIsAllOfTheVersionThatItsTagNames() {
        Response answer = readWhilePlanned("/v1/dialogues/" + DIALOGUE);

        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.<String>path("state")).isEqualTo("invited");
        assertThat(answer.<List<?>>path("meetings")).isEmpty();
    }

    @Test
    void aDialogueInTheListIsAllOfOneVersion() {
        Response answer = readWhilePlanned("/v1/dialogues?round=spring");

        assertThat(answer.<String>path("items[0].state")).isEqualTo("invited");
        assertThat(answer.<List<?>>path("items[0].meetings")).isEmpty();
    }

    /** @return the answer to a reader who had come to the meetings when the planner's transaction ended */
    private Response readWhilePlanned(String path) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    dialogues.plan(SPRING, List.of(meeting()));
                    HeldTable held = HeldTable.hold(dataSource, "meeting");
                    var reading = CompletableFuture.supplyAsync(() -> given().get(path));
                    held.awaitReader();
                    return reading;
                })
                .join();
    }

    private static MeetingAssignment meeting() {
        DialogueToPlan dialogue = new DialogueToPlan(DIALOGUE, "5555550001", "solna");
        return new MeetingAssignment(dialogue, MeetingKind.INTRODUCTION, List.of(), List.of(), List.of())
                .at(
                        new Slot(LocalDate.of(2027, 2, 1), 9, 10),
                        new Adviser(new UUID(2, 1), "solna"),
                        new Adviser(new UUID(3, 1), "solna"));
    }
}
