package se.skolkvalitet.dialogue;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.contract.Reads;

/** What holds for all that can be read, on a service in which there is something of everything. */
@QuarkusTest
class ReadsTest {
    @Inject
    Jdbi jdbi;

    @BeforeEach
    void aPlannedRoundAndAnOpenOne() {
        jdbi.useHandle(handle -> {
            handle.execute("truncate office, adviser, organiser, analysis, round, dialogue, meeting cascade");
            handle.execute(
                    "insert into dead_letter (id, topic, partition, record_offset, headers, reason, failed_at) values"
                            + " (gen_random_uuid(), 'regional.offices', 9, 1, '{}', 'no key', now()) on conflict do nothing");
            handle.execute(
                    "insert into round (code, name, first_day, last_day, state, hard_score, soft_score, planned_at)"
                            + " values ('planned', 'Planned', '2027-02-01', '2027-06-30', 'planned', 0, -3, now()),"
                            + " ('open', 'Open', '2027-09-01', '2027-12-15', 'open', null, null, null)");
            handle.execute(
                    "insert into dialogue (id, round, organiser, organiser_name, office, state, analysis_release,"
                            + " analysis_link, school_units, school_forms) values (gen_random_uuid(), 'open',"
                            + " '5555550001', 'Bolag', 'solna', 'invited', '2026.1', '/', 1, '{grundskola}')");
        });
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
}
