package se.skolkvalitet.regional;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import se.skolkvalitet.kit.test.OldDatabase;

/** A database as it was when everything was SQL, and an organiser that lost its units was as any other. */
public class DatabaseBeforeEntities extends OldDatabase {
    static final String ADVISER = "019a0000-0000-7000-8000-000000000001";
    static final String RUNNING = "2120000142";
    static final String UNIT = "10035236";
    static final String TAKEN = "10035237";
    static final String GRADED = "10035238";
    static final String WITHOUT_UNITS = "2021004185";

    @Override
    protected String version() {
        return "2";
    }

    @Override
    protected void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into office (code, name, municipality, version) values"
                    + " ('solna', 'Solna', '0184', 5), ('visby', 'Visby', '0980', 1)");
            statement.execute("insert into office_coverage (county, office) values ('01', 'solna'), ('03', 'solna')");
            statement.execute(
                    "insert into adviser (id, agency, reference, office, school_forms, active, version) values" + " ('"
                            + ADVISER + "', 'spsm', 'X1', 'solna', '{grundskola,anpassad-grundskola}', true, 3)");
            statement.execute("insert into organiser (org_number, name, kind, municipality, version) values"
                    + " ('" + RUNNING + "', 'Stockholm', 'municipal', '0180', 4),"
                    + " ('" + WITHOUT_UNITS + "', 'Huvudman', 'independent', '0184', 2)");
            statement.execute("insert into school_unit"
                    + " (code, name, organiser, municipality, school_forms, status, version) values"
                    + " ('" + UNIT + "', 'Skolan', '" + RUNNING + "', '0180', '{grundskola}', 'active', 7),"
                    + " ('" + TAKEN + "', 'Skolan', '" + RUNNING + "', '0180', '{grundskola}', 'active', 1),"
                    + " ('" + GRADED + "', 'Skolan', '" + RUNNING + "', '0180', '{grundskola}', 'active', 1)");
        }
    }
}
