package se.skolkvalitet.dialogue.dialogue;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database itself refuses. In each test two meetings share one thing only, besides their time. */
@QuarkusTest
class BookedTwiceTest {
    private static final UUID DIALOGUE = new UUID(1, 1);
    private static final UUID OTHER_DIALOGUE = new UUID(1, 2);
    /** With the organiser of the first one, in another round. */
    private static final UUID NEXT_DIALOGUE = new UUID(1, 3);

    private static final String ORGANISER = "5555555551";
    private static final String OTHER_ORGANISER = "5555555552";
    private static final UUID ADVISER = new UUID(2, 1);
    private static final UUID OTHER_ADVISER = new UUID(2, 2);
    private static final UUID SPSM_ADVISER = new UUID(3, 1);
    private static final UUID OTHER_SPSM_ADVISER = new UUID(3, 2);

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void threeDialoguesOneWithAMeetingFromNineToTwelve() {
        jdbi.useHandle(handle -> {
            handle.execute("truncate round, dialogue, meeting");
            handle.execute(
                    "insert into round (code, name, first_day, last_day, state)"
                            + " select code, 'Round', '2027-02-01', '2027-06-30', 'planned' from unnest(array['r', 'next']) as code");
            open(handle, DIALOGUE, "r", ORGANISER);
            open(handle, OTHER_DIALOGUE, "r", OTHER_ORGANISER);
            open(handle, NEXT_DIALOGUE, "next", ORGANISER);
        });
        book(DIALOGUE, "dialogue", 9, 12, ADVISER, SPSM_ADVISER);
    }

    @Test
    void anAdviserIsNotInTwoMeetingsAtOnce() {
        assertThatThrownBy(() -> book(OTHER_DIALOGUE, "introduction", 11, 13, ADVISER, OTHER_SPSM_ADVISER))
                .hasMessageContaining("meeting_adviser_is_in_one_at_a_time");
    }

    @Test
    void anAdviserOfSpsmIsNotInTwoMeetingsAtOnce() {
        assertThatThrownBy(() -> book(OTHER_DIALOGUE, "introduction", 11, 13, OTHER_ADVISER, SPSM_ADVISER))
                .hasMessageContaining("meeting_spsm_adviser_is_in_one_at_a_time");
    }

    @Test
    void aDialogueDoesNotHaveTwoMeetingsAtOnce() {
        assertThatThrownBy(() -> book(DIALOGUE, "introduction", 11, 13, OTHER_ADVISER, OTHER_SPSM_ADVISER))
                .hasMessageContaining("meeting_organiser_is_in_one_at_a_time");
    }

    @Test
    void anOrganiserIsNotInMeetingsOfTwoDialoguesAtOnce() {
        assertThatThrownBy(() -> book(NEXT_DIALOGUE, "introduction", 11, 13, OTHER_ADVISER, OTHER_SPSM_ADVISER))
                .hasMessageContaining("meeting_organiser_is_in_one_at_a_time");
    }

    @Test
    void aMeetingIsOfTheOrganiserOfItsDialogue() {
        assertThatThrownBy(() ->
                        jdbi.useHandle(handle -> handle.execute("update meeting set organiser = ?", OTHER_ORGANISER)))
                .hasMessageContaining("foreign key");
    }

    @Test
    void meetingsOfTheSamePeopleMayFollowOnEachOther() {
        assertThatCode(() -> book(DIALOGUE, "introduction", 12, 13, ADVISER, SPSM_ADVISER))
                .doesNotThrowAnyException();
    }

    @Test
    void othersMayMeetAtTheSameTime() {
        assertThatCode(() -> book(OTHER_DIALOGUE, "dialogue", 9, 12, OTHER_ADVISER, OTHER_SPSM_ADVISER))
                .doesNotThrowAnyException();
    }

    private static void open(Handle handle, UUID dialogue, String round, String organiser) {
        handle.execute(
                "insert into dialogue (id, round, organiser, organiser_name, office, state, analysis_release,"
                        + " analysis_link, school_units, school_forms)"
                        + " values (?, ?, ?, 'Bolag', 'solna', 'planned', '2026.1', '/', 1, '{}')",
                dialogue,
                round,
                organiser);
    }

    private void book(UUID dialogue, String kind, int from, int to, UUID adviser, UUID spsmAdviser) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into meeting (id, dialogue, organiser, kind, starts_at, ends_at, digital, adviser, spsm_adviser)"
                        + " select gen_random_uuid(), id, organiser, ?, timestamptz '2027-02-01Z' + make_interval(hours => ?),"
                        + " timestamptz '2027-02-01Z' + make_interval(hours => ?), false, ?, ? from dialogue where id = ?",
                kind,
                from,
                to,
                adviser,
                spsmAdviser,
                dialogue));
    }
}
