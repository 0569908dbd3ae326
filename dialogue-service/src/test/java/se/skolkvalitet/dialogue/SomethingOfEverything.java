package se.skolkvalitet.dialogue;

import org.jdbi.v3.core.Jdbi;

/** A planned round and an open one, with all that they need, in place of what the database held. */
final class SomethingOfEverything {
    private SomethingOfEverything() {}

    static void fill(Jdbi jdbi) {
        jdbi.useHandle(handle -> {
            handle.execute("truncate office, adviser, organiser, analysis, round, dialogue, meeting, inbox cascade");
            handle.execute("insert into office values ('solna', 'Solna')");
            handle.execute("insert into organiser values ('5555550001', 'Bolag', 'independent', '0180', 'solna')");
            handle.execute("insert into analysis values ('5555550001', '2026.1', '/v1/analyses/x', 2, '{grundskola}')");
            handle.execute("insert into inbox (topic, subject, version, event_id, received_at) values"
                    + " ('regional.offices', 'solna', 1, '1', now()), ('regional.advisers', '1', 1, '2', now())");
            handle.execute(
                    "insert into round (code, name, first_day, last_day, state, hard_score, soft_score, planned_at)"
                            + " values ('planned', 'Planned', '2027-02-01', '2027-06-30', 'planned', 0, -3, now()),"
                            + " ('open', 'Open', '2027-09-01', '2027-12-15', 'open', null, null, null)");
            handle.execute(
                    "insert into dialogue (id, round, organiser, organiser_name, office, state, analysis_release,"
                            + " analysis_link, school_units, school_forms) values"
                            + " ('00000000-0000-0000-0000-000000000001', 'planned',"
                            + " '5555550001', 'Bolag', 'solna', 'planned', '2026.1', '/', 1, '{grundskola}'),"
                            + " ('00000000-0000-0000-0000-000000000002', 'open',"
                            + " '5555550001', 'Bolag', 'solna', 'invited', '2026.1', '/', 1, '{grundskola}')");
            handle.execute(
                    "insert into meeting (id, dialogue, organiser, kind, starts_at, ends_at, digital, adviser, spsm_adviser)"
                            + " select gen_random_uuid(), '00000000-0000-0000-0000-000000000001', '5555550001', kind, start,"
                            + " start + interval '1 hour', true, gen_random_uuid(), gen_random_uuid()"
                            + " from (values ('introduction', timestamptz '2027-02-01 09:00Z'),"
                            + " ('dialogue', timestamptz '2027-02-15 09:00Z')) as meeting (kind, start)");
        });
    }
}
