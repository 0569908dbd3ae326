package se.skolkvalitet.indicator.imports;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.delimited.DelimitedText;
import se.skolkvalitet.indicator.imports.SirisTable.Column;
import se.skolkvalitet.kit.jobs.JobFailed;

/**
 * Reads text exports of Skolverket's SIRIS: semicolons, decimal commas, titles and notes above the header. A line has a
 * figure in each column that the edition has a measure for; other columns are passed over.
 */
final class SirisReader implements StatisticsReader {
    private static final int MOST_ABOVE_HEADER = 100;

    /** A municipality has a line for each kind of organisers, too, which tells of no area. */
    private static final String ALL_KINDS = "Samtliga";

    @Override
    public long read(Supplier<InputStream> file, Reading reading) {
        File one = new File(reading);
        DelimitedText.read(SirisText.of(file.get()), ';', one::take);
        return one.lines();
    }

    /** Where the reading of one file is. */
    private static final class File {
        private final Reading reading;
        private final List<String> above = new ArrayList<>();
        private SirisTable table;
        private long lines;

        File(Reading reading) {
            this.reading = reading;
        }

        void take(long line, List<String> fields) {
            if (table != null) {
                lines++;
                reading.add(line, observations(line, fields));
                return;
            }
            table = SirisTable.under(fields, above, reading.measures()).orElse(null);
            above.add(String.join(";", fields));
            if (table == null && above.size() == MOST_ABOVE_HEADER) {
                throw withoutHeader();
            }
        }

        long lines() {
            if (table == null) {
                throw withoutHeader();
            }
            if (lines == 0) {
                throw new JobFailed("The file has no lines under its header.");
            }
            return lines;
        }

        private static JobFailed withoutHeader() {
            return new JobFailed(
                    "No line at the beginning of the file has a column Skolenhetskod, Organisationsnummer or"
                            + " Kommunkod, separated by semicolons.");
        }

        private List<Observation> observations(long line, List<String> fields) {
            LineCheck check = new LineCheck(line, reading.faults());
            if (fields.size() != table.columns()) {
                reading.faults()
                        .add(
                                line,
                                "",
                                "columns",
                                "The line has %d fields, and the header %d columns."
                                        .formatted(fields.size(), table.columns()));
                return List.of();
            }
            if (table.kinds().isPresent()
                    && !fields.get(table.kinds().get()).strip().equals(ALL_KINDS)) {
                return List.of();
            }
            Place place =
                    check.read(table.placeName(), () -> Place.of(table.level(), code(fields.get(table.places()))));
            List<Observation> observations = new ArrayList<>();
            for (Column column : table.figures()) {
                check.read(column.name(), () -> observations.add(observation(place, column, fields)));
            }
            return check.isFaulty() ? List.of() : observations;
        }

        /** Organisation numbers are written with a hyphen by some. */
        private String code(String text) {
            return table.level() == Level.ORGANISER ? text.strip().replaceFirst("^(\\d{6})-", "$1") : text.strip();
        }

        private Observation observation(Place place, Column column, List<String> fields) {
            String text = fields.get(column.place()).strip();
            Figure figure = PlannedEducationsValue.ofText(text).possibleFor(column.measure());
            Period period = column.period() == null
                    ? Period.read(
                            fields.get(table.periods().orElseThrow()).strip(),
                            column.measure().periodKind())
                    : column.period();
            return new Observation(
                    place == null ? null : place.level(),
                    place == null ? null : place.code(),
                    column.measure().code(),
                    period,
                    Group.all(column.measure().onlySchoolForm()),
                    figure,
                    text.isEmpty() ? null : text);
        }
    }
}
