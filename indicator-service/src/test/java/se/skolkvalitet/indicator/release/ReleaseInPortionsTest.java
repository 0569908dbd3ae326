package se.skolkvalitet.indicator.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;
import se.skolkvalitet.kit.test.Contracts;

/** A release with more organisers than a portion of documents, whose publication fails in the middle of writing them. */
@QuarkusTest
class ReleaseInPortionsTest {
    private static final int ORGANISERS = 350;
    private static final String FAILING = "9900000300";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void twoCalculations() throws IOException {
        String edition = Files.readString(
                Contracts.projectRoot().resolve("local-stack/src/main/resources/main-job/edition-1.json"));
        jdbi.useHandle(handle -> {
            handle.execute(
                    "truncate analysis, release, value, calculated_area, calculated_membership, calculated_unit, calculation,"
                            + " observation, statistics_import, school_unit, organiser, edition, outbox restart identity cascade");
            handle.execute(
                    "insert into edition (number, valid_from, document) values (1, '2026-07-01', ?::json)",
                    "{\"number\":1," + edition.strip().substring(1));
            handle.execute("insert into statistics_import (job, source, sha256, imported_at)"
                    + " values (uuidv7(), 'csv', '', now())");
            for (int number = 1; number <= 2; number++) {
                handle.execute("insert into calculation (job, edition, last_import, fingerprint, calculated_at)"
                        + " values (uuidv7(), 1, 1, uuidv7()::text, now())");
                handle.execute(
                        "insert into calculated_area (calculation, level, area, name)"
                                + " select ?, 'organiser', 9900000000 + n, 'Huvudman ' || n from generate_series(1, ?) as n",
                        number,
                        ORGANISERS);
                handle.execute(
                        "insert into calculated_unit (calculation, unit, organiser, municipality, county)"
                                + " select ?, 10000000 + n, 9900000000 + n, '0180', '01' from generate_series(1, ?) as n",
                        number,
                        ORGANISERS);
            }
            handle.execute("create function refuse() returns trigger language plpgsql as $$"
                    + " begin raise exception 'made up'; end $$");
            handle.execute("create trigger refuse before insert on analysis for each row" + " when (new.organiser = '"
                    + FAILING + "') execute function refuse()");
        });
    }

    @AfterEach
    void noTrigger() {
        jdbi.useHandle(handle -> handle.execute("drop function if exists refuse cascade"));
    }

    @Test
    void nobodySeesAReleaseWhoseDocumentsAreNotAllThere() {
        JsonPath job = ThreeUnits.released(1);

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(written()).hasSize(200);
        given().get("/v1/releases/latest").then().statusCode(404);
        given().get("/v1/releases/" + first()).then().statusCode(404);
        given().get("/v1/analyses/9900000001?release=" + first()).then().statusCode(400);
        assertThat(events()).isZero();
    }

    @Test
    void theNextTryGoesOnWhereTheOneBeforeStopped() {
        ThreeUnits.released(1);
        Map<String, String> before = written();
        noTrigger();

        JsonPath job = ThreeUnits.released(1);

        assertThat(job.getString("report.release.id")).isEqualTo(first());
        assertThat(written()).hasSize(ORGANISERS).containsAllEntriesOf(before);
        assertThat(events()).isEqualTo(ORGANISERS + 1L);
    }

    @Test
    void aPublicationThatIsGivenUpLeavesNoGapAndNoDocuments() {
        ThreeUnits.released(1);
        noTrigger();

        JsonPath job = ThreeUnits.released(2);

        assertThat(job.getString("report.release.id")).isEqualTo(first());
        assertThat(job.getInt("report.release.calculation")).isEqualTo(2);
        assertThat(written()).hasSize(ORGANISERS);
        given().get("/v1/releases").then().body("items", hasSize(1));
    }

    @Test
    void documentsOfAnotherBuildAreWrittenAnew() {
        ThreeUnits.released(1);
        Map<String, String> before = written();
        noTrigger();
        jdbi.useHandle(handle -> handle.execute("update release set code_version = 'earlier'"));

        ThreeUnits.released(1);

        Map<String, String> after = written();
        assertThat(after).hasSize(ORGANISERS);
        assertThat(before).noneSatisfy((organiser, writer) -> assertThat(after).containsEntry(organiser, writer));
    }

    /** Which transaction wrote the document of which organiser. */
    private Map<String, String> written() {
        Map<String, String> writers = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select organiser, xmin::text as writer from analysis")
                .mapToMap(String.class)
                .forEach(row -> writers.put(row.get("organiser"), row.get("writer"))));
        return writers;
    }

    private long events() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from outbox")
                .mapTo(Long.class)
                .one());
    }

    private static String first() {
        return LocalDate.now(ZoneOffset.UTC).getYear() + ".1";
    }
}
