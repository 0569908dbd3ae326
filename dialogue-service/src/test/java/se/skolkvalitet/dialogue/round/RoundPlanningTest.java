package se.skolkvalitet.dialogue.round;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.kit.test.AtOnce;
import se.skolkvalitet.kit.test.Contracts;

@QuarkusTest
class RoundPlanningTest {
    @Inject
    Jdbi jdbi;

    @BeforeEach
    void threeOrganisersOfOneOffice() {
        jdbi.useHandle(handle -> {
            handle.execute("truncate office, adviser, organiser, analysis, round, dialogue, meeting, outbox cascade");
            handle.execute("insert into office values ('solna', 'Solna')");
            handle.execute("insert into adviser values (gen_random_uuid(), 'skolverket', 'solna', true),"
                    + " (gen_random_uuid(), 'spsm', 'solna', true),"
                    + " (gen_random_uuid(), 'skolverket', 'umea', true), (gen_random_uuid(), 'spsm', 'umea', true)");
            for (int i = 1; i <= 3; i++) {
                handle.execute(
                        "insert into organiser values (?, ?, 'independent', '0180', 'solna')",
                        "555555000" + i,
                        "Bolag " + i);
                handle.execute(
                        "insert into analysis values (?, '2026.1', '/v1/analyses/x', 2, '{grundskola}')",
                        "555555000" + i);
            }
        });
    }

    @Test
    void plansThreeMeetingsForEachOrganiserWithoutConflict() {
        open("r1").then().statusCode(201).body("dialogues", equalTo(3));

        JsonPath job = plan("r1");

        assertThat(job.getString("state")).isEqualTo("completed");
        given().get("/v1/rounds/r1/plan").then().body("meetings", equalTo(9)).body("conflicts", hasSize(0));
        JsonPath dialogues = given().get("/v1/dialogues?round=r1").jsonPath();
        assertThat(dialogues.getList("items.state")).containsOnly("planned").hasSize(3);
        assertThat(dialogues.getList("items[0].meetings.kind")).containsExactly("introduction", "dialogue", "feedback");
        assertThat(dialogues.getString("items[0].analysis.release")).isEqualTo("2026.1");
        assertThat(officesOfAdvisersInMeetings()).containsOnly("solna");
    }

    @Test
    void twoRoundsOverTheSameDaysArePlannedWithTheSameAdvisers() {
        open("first");
        open("second");
        assertThat(plan("first").getString("state")).isEqualTo("completed");

        JsonPath job = plan("second");

        assertThat(job.getString("state")).isEqualTo("completed");
        given().get("/v1/rounds/first/plan").then().body("conflicts", hasSize(0));
        given().get("/v1/rounds/second/plan")
                .then()
                .body("meetings", equalTo(9))
                .body("conflicts", hasSize(0));
    }

    @Test
    void aDialogueIsAnnouncedWhenItIsOpenedAndWhenItIsPlanned() {
        open("r2");
        plan("r2");

        List<String> events = jdbi.withHandle(handle -> handle.createQuery("select data from outbox order by seq")
                .mapTo(String.class)
                .list());
        assertThat(events)
                .hasSize(6)
                .allSatisfy(data -> Contracts.assertValid("se.skolkvalitet.dialogue.dialogue.v1", data));
    }

    @Test
    void aRoundThatIsTooShortIsNotPlannedAndSaysWhy() {
        // The shortest possible: one day for all introductions and one for all dialogues, which has time for two.
        open("short", "2027-02-01", "2027-03-08").then().statusCode(201);

        JsonPath job = plan("short");

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getInt("report.conflictCount")).isPositive();
        given().get("/v1/rounds/short").then().body("state", equalTo("open"));
        assertThat(officesOfAdvisersInMeetings()).isEmpty();
    }

    @Test
    void ofManyConflictsTheReportTellsTheFirstHundred() {
        moreOrganisers(60);
        open("packed", "2027-02-01", "2027-03-08");

        JsonPath job = plan("packed");

        assertThat(job.getInt("report.conflictCount")).isGreaterThan(100);
        assertThat(job.getList("report.conflicts")).hasSize(100);
    }

    @Test
    void aRoundOfDaysThatCannotBePlannedAnyMoreSaysWhy() {
        open("weekend");
        jdbi.useHandle(handle -> handle.execute("update round set first_day = '2027-02-06', last_day = '2027-02-07'"));

        JsonPath job = plan("weekend");

        assertThat(job.getString("problem")).startsWith("A round lasts from five weeks to three years");
    }

    @Test
    void moreMeetingsThanAnOfficeCanEverHoldAreNotTried() {
        moreOrganisers(1000);
        open("crowded");

        JsonPath job = plan("crowded");

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getString("problem")).contains("solna").contains("more time or advisers");
    }

    @ParameterizedTest
    @CsvSource({"1000-01-01, 1000-06-30", "9999-06-01, 9999-12-31"})
    void aRoundIsPlannedWheneverItIs(String firstDay, String lastDay) {
        open("far", firstDay, lastDay);

        assertThat(plan("far").getString("state")).isEqualTo("completed");
        given().get("/v1/rounds/far/plan").then().body("meetings", equalTo(9)).body("conflicts", hasSize(0));
    }

    @Test
    void anOfficeWithoutAdvisersIsNamed() {
        jdbi.useHandle(
                handle -> handle.execute("update organiser set office = 'lulea' where org_number = '5555550002'"));
        open("r3");

        assertThat(plan("r3").getString("problem")).contains("lulea");
    }

    @Test
    void anOrganiserWithoutAnalysisCannotBeInvitedNorOneThatIsNotKnown() {
        jdbi.useHandle(handle -> handle.execute("delete from analysis where organiser = '5555550002'"));

        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "code", "r4",
                        "name", "Round",
                        "firstDay", "2027-02-01",
                        "lastDay", "2027-06-30",
                        "organisers", List.of("5555550001", "1111111111", "5555550002")))
                .post("/v1/rounds")
                .then()
                .statusCode(400)
                .body("errors.field", contains("organisers[1]", "organisers[2]"))
                .body("errors.rule", contains("unknown", "not-ready"))
                .body("errors[0].message", equalTo("There is no organiser 1111111111."));
        given().get("/v1/rounds/r4").then().statusCode(404);
    }

    @Test
    void aPlannedRoundIsNotPlannedAgain() {
        open("r5");
        plan("r5");

        given().post("/v1/rounds/r5/plan").then().statusCode(409);
    }

    @Test
    void ofManyWhoPlanTheSameRoundAtOnceOneDoesAndTheOthersAreTold() throws Exception {
        open("r6");

        List<Response> answers = AtOnce.call(8, () -> given().post("/v1/rounds/r6/plan"));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(202)
                .containsOnly(202, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 202)
                .singleElement()
                .satisfies(answer -> assertThat(ended(answer.header("Location")).getString("state"))
                        .isEqualTo("completed"));
    }

    @Test
    void aPlanningThatFailedMayBeTriedAgainUnderAnyNameOfTheRound() {
        jdbi.useHandle(handle -> handle.execute("delete from adviser"));
        open("r7");
        assertThat(plan("r7").getString("state")).isEqualTo("failed");

        JsonPath second = plan("latest");

        assertThat(second.getString("parameters.round")).isEqualTo("r7");
        given().get("/v1/rounds/r7").then().body("planning", equalTo(second.getString("id")));
    }

    private void moreOrganisers(int count) {
        jdbi.useHandle(handle -> {
            handle.execute(
                    "insert into organiser select cast(6000000000 + i as text), 'Bolag', 'independent', '0180',"
                            + " 'solna' from generate_series(1, ?) as i",
                    count);
            handle.execute("insert into analysis select org_number, '2026.1', '/v1/analyses/x', 2, '{grundskola}'"
                    + " from organiser on conflict do nothing");
        });
    }

    private static Response open(String code) {
        return open(code, "2027-02-01", "2027-06-30");
    }

    private static Response open(String code, String firstDay, String lastDay) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("code", code, "name", "Round", "firstDay", firstDay, "lastDay", lastDay))
                .post("/v1/rounds");
    }

    private static JsonPath plan(String code) {
        String location = given().post("/v1/rounds/" + code + "/plan")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return ended(location);
    }

    private static JsonPath ended(String location) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> given().get(location).jsonPath(), job -> List.of("completed", "failed")
                        .contains(job.getString("state")));
    }

    private List<String> officesOfAdvisersInMeetings() {
        return jdbi.withHandle(handle -> handle.createQuery("select distinct adviser.office from meeting"
                        + " join adviser on adviser.id in (meeting.adviser, meeting.spsm_adviser)")
                .mapTo(String.class)
                .list());
    }
}
