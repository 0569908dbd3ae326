package se.skolkvalitet.regional.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.skolkvalitet.regional.testsupport.Register.imported;
import static se.skolkvalitet.regional.testsupport.Register.organiser;
import static se.skolkvalitet.regional.testsupport.Register.unit;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.imports.ImportMode;
import se.skolkvalitet.kit.test.Contracts;
import se.skolkvalitet.regional.testsupport.ImportRun;
import se.skolkvalitet.regional.testsupport.Offices;
import se.skolkvalitet.regional.testsupport.Told;

/** The office that is told of an organiser is the one that answers for it, whatever happened at the same time. */
@QuarkusTest
class CoverageOfOrganisersTest {
    private static final String WAITS_FOR_COVERAGE =
            "select count(*) from pg_locks where not granted and relation = 'office_coverage'::regclass";
    private static final String WAITS_FOR_ORGANISER =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like 'update organiser%'";

    @Inject
    Jdbi jdbi;

    @Inject
    Told told;

    @Inject
    RegisterImportJob imports;

    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() {
        others.shutdownNow();
    }

    @Test
    void aCountyThatIsGivenUpLeavesItsOrganisersWithoutAnOfficeAndTellsSo() {
        Offices.open("vaxjo", "0780", "07");
        String organiser = organiser(801);
        imported(unit("20000101", organiser, "0780"), "atomic");

        Offices.cover("vaxjo", "\"2\"").then().statusCode(200);

        assertThat(told.of(Organiser.State.TOPIC, organiser))
                .hasSize(2)
                .allSatisfy(data -> Contracts.assertValid(Organiser.State.TYPE, data))
                .last()
                .asString()
                .doesNotContain("\"office\"");
        given().get("/v1/organisers/" + organiser + "/office").then().statusCode(404);
    }

    @Test
    void aTransferTellsEachOrganiserOfItsCountiesOnceAndNoOther() {
        Offices.open("malmo", "1280", "10", "12");
        Offices.open("karlskrona", "1080");
        String passed = organiser(802);
        String kept = organiser(803);
        imported(unit("20000102", passed, "1080") + unit("20000103", kept, "1280"), "atomic");

        Offices.transfer("10 malmo karlskrona").then().statusCode(200);

        assertThat(told.of(Organiser.State.TOPIC, passed))
                .hasSize(2)
                .last()
                .asString()
                .contains("\"office\":\"karlskrona\"");
        assertThat(told.of(Organiser.State.TOPIC, kept)).hasSize(1);
    }

    @Test
    void anOrganiserThatIsAnnouncedBeforeTheCoverageChangesIsAnnouncedAgainAfterwards() throws Exception {
        Offices.open("nykoping", "0480");
        String organiser = organiser(804);
        Changing change = new Changing("nykoping", "04");

        imports.run(
                new ImportRun(unit("20000104", organiser, "0480"), change::start),
                new RegisterImportJob.Parameters(ImportMode.ATOMIC, null, List.of(), null));

        assertThat(change.status()).isEqualTo(200);
        assertThat(told.of(Organiser.State.TOPIC, organiser)).last().asString().contains("\"office\":\"nykoping\"");
    }

    @Test
    void anOrganiserThatIsImportedWhileTheCoverageChangesIsAnnouncedWithTheNewOffice() throws Exception {
        Offices.open("halmstad", "1380");
        String known = organiser(805);
        String organiser = organiser(806);
        imported(unit("20000105", known, "1380"), "atomic");

        importDuringChange(
                new Changing("halmstad", "13"), known, () -> imported(unit("20000106", organiser, "1380"), "atomic"));

        assertThat(told.of(Organiser.State.TOPIC, organiser)).last().asString().contains("\"office\":\"halmstad\"");
    }

    /** Holds an organiser's row, so that the change of coverage stops after it has begun, and imports meanwhile. */
    private void importDuringChange(Changing change, String held, Runnable importing) throws Exception {
        try (Handle holder = jdbi.open()) {
            holder.begin();
            holder.execute("select from organiser where org_number = ? for update", held);
            change.begin();
            await().until(() -> count(WAITS_FOR_ORGANISER) > 0);
            Future<?> running = others.submit(importing);
            await().until(() -> running.isDone() || count(WAITS_FOR_COVERAGE) > 0);
            holder.rollback();
            running.get();
        }
        assertThat(change.status()).isEqualTo(200);
    }

    private long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    /** A change of coverage by another request. */
    private final class Changing {
        private final String office;
        private final String county;
        private Future<Integer> running;

        Changing(String office, String county) {
            this.office = office;
            this.county = county;
        }

        void begin() {
            running = others.submit(() -> Offices.cover(office, "*", county).statusCode());
        }

        /** Returns when the change is done, or waits for someone. */
        void start() {
            begin();
            await().until(() -> running.isDone() || count(WAITS_FOR_COVERAGE) > 0);
        }

        int status() throws Exception {
            return running.get();
        }
    }
}
