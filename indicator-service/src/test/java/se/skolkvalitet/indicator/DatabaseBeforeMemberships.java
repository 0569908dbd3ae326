package se.skolkvalitet.indicator;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import se.skolkvalitet.kit.test.OldDatabase;

/** A database as it was when a unit had an organiser and no history. */
public class DatabaseBeforeMemberships extends OldDatabase {
    static final String OPEN = "10000001";
    static final String CLOSED = "10000002";
    static final String ORGANISER = "2120000142";

    private static final String JOB = "01939c00-0000-7000-8000-000000000001";

    @Override
    protected String version() {
        return "1";
    }

    @Override
    protected void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into organiser values ('" + ORGANISER + "', 'Stad', 'municipal', '0180', '01')");
            statement.execute("insert into school_unit values"
                    + " ('" + OPEN + "', 'A', '" + ORGANISER
                    + "', '0180', 'Stockholm', '01', 'Stockholms län', '{grundskola}', 'active'),"
                    + " ('" + CLOSED + "', 'B', '" + ORGANISER
                    + "', '0180', 'Stockholm', '01', 'Stockholms län', '{grundskola}', 'closed')");
            statement.execute(
                    "insert into job (id, kind, state, parameters, created_at) values ('" + JOB
                            + "', 'statistics-import', 'completed', '{\"source\":\"skolverket-planned-educations-gr\",\"mode\":\"lenient\"}', now())");
            statement.execute("insert into statistics_import (job, source, sha256, imported_at) values ('" + JOB
                    + "', 'skolverket-planned-educations-gr', '', now())");
        }
    }
}
