package se.skolkvalitet.dialogue.dialogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import se.skolkvalitet.kit.test.OldDatabase;

/** A database in which a meeting's time was one range: a planned round of two dialogues, and an open one. */
public class DatabaseOfRanges extends OldDatabase {
    @Override
    protected String version() {
        return "1";
    }

    @Override
    protected void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                insert into office values ('solna', 'Solna');
                insert into adviser values
                    ('00000000-0000-0000-0002-000000000001', 'skolverket', 'solna', true),
                    ('00000000-0000-0000-0003-000000000001', 'spsm', 'solna', false);
                insert into organiser values
                    ('5555550001', 'Bolag 1', 'independent', '0180', 'solna'),
                    ('5555550002', 'Bolag 2', 'independent', '0180', 'solna');
                insert into round values
                    ('spring', 'Spring', '2027-02-01', '2027-06-30', 'planned', 0, -18, '2026-12-01 10:00:00Z'),
                    ('autumn', 'Autumn', '2027-09-01', '2027-12-15', 'open', null, null, null);
                insert into dialogue values
                    ('00000000-0000-0000-0001-000000000001', 'spring', '5555550001', 'Bolag 1', 'solna', 'planned',
                        '2026.1', '/v1/analyses/5555550001?release=2026.1', 2, '{forskoleklass,grundskola}', 2),
                    ('00000000-0000-0000-0001-000000000002', 'spring', '5555550002', 'Bolag 2', 'solna', 'planned',
                        '2026.1', '/v1/analyses/5555550002?release=2026.1', 1, '{}', 2),
                    ('00000000-0000-0000-0001-000000000003', 'autumn', '5555550001', 'Bolag 1', 'solna', 'invited',
                        '2026.2', '/v1/analyses/5555550001?release=2026.2', 2, '{grundskola}', 1);
                insert into meeting
                select cast('00000000-0000-0000-0004-0000000000' || number || place as uuid),
                    cast('00000000-0000-0000-0001-00000000000' || number as uuid), kind,
                    tstzrange(cast(day || ' ' || number + 8 || ':00 Europe/Stockholm' as timestamptz),
                        cast(day || ' ' || number + 9 || ':00 Europe/Stockholm' as timestamptz)),
                    kind <> 'dialogue', '00000000-0000-0000-0002-000000000001', '00000000-0000-0000-0003-000000000001'
                from generate_series(1, 2) as number,
                    (values ('feedback', '2027-04-05', 3), ('introduction', '2027-02-15', 1), ('dialogue', '2027-03-08', 2))
                        as meeting (kind, day, place);
                """);
        }
    }
}
