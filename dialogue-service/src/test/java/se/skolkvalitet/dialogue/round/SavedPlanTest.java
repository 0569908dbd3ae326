package se.skolkvalitet.dialogue.round;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.hibernate.SessionFactory;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.dialogue.dialogue.RoundCode;
import se.skolkvalitet.dialogue.planning.RoundPlan;
import se.skolkvalitet.dialogue.round.RoundResource.RoundRequest;
import se.skolkvalitet.kit.jobs.JobFailed;

/** Plans as the greedy planner makes them, saved without waiting for the solver. */
@QuarkusTest
class SavedPlanTest {
    private static final RoundCode SPRING = new RoundCode("spring");
    private static final RoundCode ALSO_SPRING = new RoundCode("also-spring");
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-12-01T10:00:00Z");

    @Inject
    Rounds rounds;

    @Inject
    Jdbi jdbi;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    void twoHundredOrganisersOfAnOfficeWithTwentyAdvisers() {
        jdbi.useHandle(handle -> {
            handle.execute("truncate office, adviser, organiser, analysis, round, dialogue, meeting, outbox cascade");
            handle.execute("insert into office values ('solna', 'Solna')");
            handle.execute("insert into adviser select gen_random_uuid(), agency, 'solna', true"
                    + " from unnest(array['skolverket', 'spsm']) as agency, generate_series(1, 20)");
            handle.execute(
                    "insert into organiser select cast(5555550000 + i as text), 'Bolag ' || i, 'independent', '0180',"
                            + " 'solna' from generate_series(1, 200) as i");
            handle.execute("insert into analysis select org_number, '2026.1', '/v1/analyses/x', 2, '{grundskola}'"
                    + " from organiser");
        });
    }

    @Test
    void hundredsOfMeetingsAreWrittenInBatches() {
        open(SPRING);
        RoundPlan plan = plan(SPRING);
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();

        save(SPRING, plan);

        statistics.setStatisticsEnabled(false);
        given().get("/v1/rounds/spring/plan")
                .then()
                .body("meetings", equalTo(600))
                .body("conflicts", hasSize(0));
        assertThat(statistics.getPrepareStatementCount()).isLessThan(10);
    }

    @Test
    void everyDialogueIsAnnouncedInTheVersionThatIsStored() {
        open(SPRING);
        RoundPlan plan = plan(SPRING);

        save(SPRING, plan);

        long told = jdbi.withHandle(handle -> handle.createQuery("select count(*) from outbox"
                        + " join dialogue on subject = cast(dialogue.id as text) and outbox.version = dialogue.version"
                        + " where json_array_length(cast(data as json) -> 'meetings') = 3")
                .mapTo(Long.class)
                .one());
        assertThat(told).isEqualTo(200);
    }

    @Test
    void aRoundIsSavedOnce() {
        open(SPRING);
        RoundPlan plan = plan(SPRING);
        save(SPRING, plan);

        assertThatThrownBy(() -> save(SPRING, plan))
                .isInstanceOf(JobFailed.class)
                .hasMessage("The round spring is planned already.");
    }

    @Test
    void aPlanThatBooksWhoIsInAMeetingOfARoundThatWasSavedMeanwhileIsNotSaved() {
        open(SPRING);
        open(ALSO_SPRING);
        RoundPlan second = plan(ALSO_SPRING);
        save(SPRING, plan(SPRING));

        assertThatThrownBy(() -> save(ALSO_SPRING, second)).isInstanceOf(BookedMeanwhile.class);
        given().get("/v1/rounds/also-spring").then().body("state", equalTo("open"));
    }

    @Test
    void aPlanThatIsMadeAfterwardsIsSavedAndKeepsOrganisersApartToo() {
        open(SPRING);
        open(ALSO_SPRING);
        save(SPRING, plan(SPRING));

        save(ALSO_SPRING, plan(ALSO_SPRING));

        given().get("/v1/rounds/also-spring/plan")
                .then()
                .body("meetings", equalTo(600))
                .body("conflicts", hasSize(0));
        assertThat(organisersTwiceAtOnce()).isZero();
    }

    @Test
    void aPlanThatHasOnlyTheOrganisersInCommonWithARoundThatWasSavedMeanwhileIsNotSavedEither() {
        open(SPRING);
        open(ALSO_SPRING);
        RoundPlan second = plan(ALSO_SPRING);
        save(SPRING, plan(SPRING));
        jdbi.useHandle(handle ->
                handle.execute("update meeting set adviser = gen_random_uuid(), spsm_adviser = gen_random_uuid()"));

        assertThatThrownBy(() -> save(ALSO_SPRING, second)).isInstanceOf(BookedMeanwhile.class);
    }

    private long organisersTwiceAtOnce() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from meeting one"
                        + " join dialogue ours on ours.id = one.dialogue"
                        + " join meeting other on other.during && one.during and other.id > one.id"
                        + " join dialogue theirs on theirs.id = other.dialogue and theirs.organiser = ours.organiser")
                .mapTo(Long.class)
                .one());
    }

    private void open(RoundCode code) {
        rounds.open(new RoundRequest(code, "Round", LocalDate.of(2027, 2, 1), LocalDate.of(2027, 6, 30), null));
    }

    private RoundPlan plan(RoundCode code) {
        RoundPlan plan = rounds.problem(code);
        plan.setScore(HardSoftScore.ZERO);
        return plan;
    }

    private void save(RoundCode code, RoundPlan plan) {
        QuarkusTransaction.requiringNew().run(() -> rounds.save(code, plan, NOW));
    }
}
