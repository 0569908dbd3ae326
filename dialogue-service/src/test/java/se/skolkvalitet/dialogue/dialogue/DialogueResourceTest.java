package se.skolkvalitet.dialogue.dialogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.SessionFactory;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A planned round of 1,200 dialogues with 3 meetings each, and an open one of a single dialogue. */
@QuarkusTest
class DialogueResourceTest {
    private static final String FIRST = "00000000-0000-0000-0000-000000000001";

    @Inject
    Jdbi jdbi;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    void aLargeRoundAndASmallOne() {
        jdbi.useHandle(handle -> {
            handle.execute("truncate office, organiser, round, dialogue, meeting cascade");
            handle.execute("insert into office values ('solna', 'Solna'), ('umea', 'Umeå')");
            handle.execute("insert into organiser values ('5555550001', 'Bolag', 'independent', '0180', 'solna')");
            handle.execute("insert into round (code, name, first_day, last_day, state) values"
                    + " ('large', 'Large', '2027-02-01', '2027-06-30', 'planned'),"
                    + " ('small', 'Small', '2027-09-01', '2027-12-15', 'open')");
            handle.execute(
                    "insert into dialogue (id, round, organiser, organiser_name, office, state, analysis_release,"
                            + " analysis_link, school_units, school_forms, version)"
                            + " select cast(lpad(to_hex(i), 32, '0') as uuid), case when i <= 1200 then 'large' else 'small' end,"
                            + " '555555' || lpad(cast(i as text), 4, '0'), 'Bolag ' || i, 'solna',"
                            + " case when i <= 1200 then 'planned' else 'invited' end, '2026.1', '/', 1, '{grundskola}', 3"
                            + " from generate_series(1, 1201) i");
            handle.execute(
                    "insert into meeting (id, dialogue, organiser, kind, starts_at, ends_at, digital, adviser, spsm_adviser)"
                            + " select gen_random_uuid(), dialogue.id, organiser, kind, timestamptz '2027-02-01 09:00Z' + days * interval '1 day',"
                            + " timestamptz '2027-02-01 10:00Z' + days * interval '1 day', true, gen_random_uuid(), gen_random_uuid()"
                            + " from dialogue, (values ('feedback', 35), ('introduction', 0), ('dialogue', 14)) as meeting (kind, days)"
                            + " where round = 'large'");
        });
    }

    @Test
    void aPageOfAThousandDialoguesTakesOneStatementForThemAndOneForTheirMeetings() {
        var statistics = sessions.getStatistics();
        given().get("/v1/dialogues?round=large&limit=1000").then().statusCode(200);
        statistics.setStatisticsEnabled(true);
        statistics.clear();

        Response page = given().get("/v1/dialogues?limit=1000");

        statistics.setStatisticsEnabled(false);
        assertThat(page.<List<?>>path("items.meetings.flatten()")).hasSize(3000);
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(2);
    }

    @Test
    void pagesHaveEveryDialogueOnce() {
        Response first = given().get("/v1/dialogues?round=large&limit=1000");
        Response second = given().get("/v1/dialogues?round=large&limit=1000&cursor=" + first.path("next"));

        assertThat(first.<List<?>>path("items")).hasSize(1000);
        assertThat(second.<String>path("items[0].organiser")).isEqualTo("5555551001");
        assertThat(second.<List<?>>path("items")).hasSize(200);
        assertThat(second.<String>path("next")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "round=small, 5555551201",
        "state=invited, 5555551201",
        "round=latest, 5555551201",
        "organiser=5555550001, 5555550001",
        "office=solna&round=small&state=invited, 5555551201"
    })
    void aFilterTellsOnlyOfWhatItAsksFor(String query, String organiser) {
        given().get("/v1/dialogues?" + query).then().body("items.organiser", equalTo(List.of(organiser)));
    }

    @Test
    void aKnownCodeThatNothingHasIsAnEmptyPage() {
        given().get("/v1/dialogues?office=umea").then().statusCode(200).body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        round=largo          | round     | unknown | There is no round largo; the nearest: large (Large), small (Small).
        round=current        | round     | unknown | There is no round that today lies in.
        round=LARGE!         | round     | pattern | 'LARGE!' is not a round code of at most 40 lower-case letters, digits and hyphens; the nearest: large (Large), small (Small)
        round=               | round     | empty   | The parameter 'round' is empty; leave it out to ask for all.
        office=Solna         | office    | unknown | There is no office Solna; the nearest: solna (Solna), umea (Umeå).
        organiser=5555550002 | organiser | unknown | There is no organiser 5555550002; the nearest: 5555550001 (Bolag).
        state=held           | state     | one-of  | 'held' is not one of invited, planned
        cursor=c29sbmE       | cursor    | cursor  | The cursor is not one that this collection gave; start without one.
        """)
    void whatIsNotKnownIsRefusedAndWhatIsIsTold(String query, String field, String rule, String message) {
        given().get("/v1/dialogues?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field))
                .body("errors[0].rule", equalTo(rule))
                .body("errors[0].message", equalTo(message));
    }

    @Test
    void allUnknownCodesOfAFilterAreToldAtOnce() {
        given().get("/v1/dialogues?round=r&office=o&organiser=x")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("round", "office", "organiser")));
    }

    @Test
    void theMeetingsOfADialoguePageInTheOrderOfTime() {
        String path = "/v1/dialogues/" + FIRST + "/meetings?limit=2";
        Response first = given().get(path);
        Response second = given().get(path + "&cursor=" + first.path("next"));

        assertThat(first.<List<String>>path("items.kind")).containsExactly("introduction", "dialogue");
        assertThat(first.header("Link")).contains("rel=\"next\"");
        assertThat(second.<List<String>>path("items.kind")).containsExactly("feedback");
        assertThat(second.<String>path("next")).isNull();
    }

    @Test
    void aCursorOfAnotherCollectionIsRefused() {
        String next = given().get("/v1/dialogues?limit=1").path("next");

        given().get("/v1/dialogues/" + FIRST + "/meetings?cursor=" + next)
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("cursor"));
    }

    @Test
    void theTagOfADialogueIsItsVersion() {
        given().get("/v1/dialogues/" + FIRST)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("version", equalTo(3));
        given().header("If-None-Match", "\"3\"")
                .get("/v1/dialogues/" + FIRST)
                .then()
                .statusCode(304);
    }
}
