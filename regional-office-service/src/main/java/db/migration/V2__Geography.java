package db.migration;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Fills the counties and municipalities from the CSV files in {@code geography/}. */
public class V2__Geography extends BaseJavaMigration {
    @Override
    public void migrate(Context context) throws SQLException, IOException {
        load(context, "counties", "insert into county (code, name) values (?, ?)", List.of("code", "name"));
        load(
                context,
                "municipalities",
                "insert into municipality (code, name, county) values (?, ?, ?)",
                List.of("code", "name", "county"));
    }

    private static void load(Context context, String file, String insert, List<String> columns)
            throws SQLException, IOException {
        try (InputStream csv = V2__Geography.class.getResourceAsStream("/geography/" + file + ".csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv);
                PreparedStatement statement = context.getConnection().prepareStatement(insert)) {
            for (NamedCsvRecord row : rows) {
                for (int i = 0; i < columns.size(); i++) {
                    statement.setString(i + 1, row.getField(columns.get(i)));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
