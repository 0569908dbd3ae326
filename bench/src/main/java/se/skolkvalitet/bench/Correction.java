package se.skolkvalitet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A CSV file of ours that corrects one figure, in the newest period, of a measure by which nothing is weighed: what weighs by
 * its latest figure would be touched in all periods.
 */
final class Correction {
    private static final String HEADER = "measure,level,area,period,school_form,sex,value\n";
    private static final String LINE = """
            select concat_ws(',', measure, level, area, period, school_form, sex, value + 0.1)
            from observation
            where measure = 'gr.merit-rating-9' and sex = 'T' and status = 'normal' and superseded_by is null
            order by period desc, area
            limit 1""";

    private Correction() {}

    /** @return where it was written */
    static Path write(Database database, Path folder) {
        try {
            return Files.writeString(folder.resolve("correction.csv"), HEADER + database.text(LINE) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
