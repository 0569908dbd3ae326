package se.skolkvalitet.dialogue.round;

import org.jdbi.v3.core.Jdbi;

/** An organiser with an analysis, its office, and an adviser of each agency, in place of what the database held. */
final class OneOrganiser {
    private OneOrganiser() {}

    static void alone(Jdbi jdbi) {
        jdbi.useHandle(handle -> {
            handle.execute("truncate office, adviser, organiser, analysis, round, dialogue, meeting, outbox cascade");
            handle.execute("insert into office values ('solna', 'Solna')");
            handle.execute("insert into adviser values (gen_random_uuid(), 'skolverket', 'solna', true),"
                    + " (gen_random_uuid(), 'spsm', 'solna', true)");
            handle.execute("insert into organiser values ('5555550001', 'Bolag', 'independent', '0180', 'solna')");
            handle.execute("insert into analysis values ('5555550001', '2026.1', '/v1/analyses/x', 2, '{grundskola}')");
        });
    }
}
