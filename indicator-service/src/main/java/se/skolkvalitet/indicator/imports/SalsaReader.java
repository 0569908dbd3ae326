package se.skolkvalitet.indicator.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import se.skolkvalitet.kit.jobs.JobFailed;

/**
 * Reads answers with SALSA of Skolverket's Planned educations API, of all school units or of one, one or several, one after
 * another. A line is an element of {@code compulsorySchoolUnitSalsaMetricList}, counted from 1 through all answers of the
 * file, or an answer that says that there is none.
 *
 * <p>The file is read by two parsers, one of them an answer ahead: an answer tells its period after its units, and one of
 * all units is not to be held in memory.
 */
final class SalsaReader implements StatisticsReader {
    @Override
    public long read(Supplier<InputStream> file, Reading reading) {
        FollowedMeasures measures = reading.followed();
        Answers answers = new Answers(reading, measures);
        JsonFile.read(file.get(), ahead -> JsonFile.read(file.get(), json -> answers.read(ahead, json)));
        if (answers.lines == 0) {
            throw new JobFailed("The file has no lines.");
        }
        measures.requireAny();
        return answers.lines;
    }

    /** Where the reading of one file is. */
    private static final class Answers {
        private final Reading reading;
        private final FollowedMeasures measures;
        private long lines;

        Answers(Reading reading, FollowedMeasures measures) {
            this.reading = reading;
            this.measures = measures;
        }

        long read(JsonParser ahead, JsonParser json) throws IOException {
            while (ahead.nextToken() != null) {
                SalsaHeader header = SalsaHeader.read(ahead);
                json.nextToken();
                if (header.isAnswer()) {
                    readUnits(json, header.timePeriod());
                } else if (header.status() != null) {
                    lines++;
                    header.refuse(new LineCheck(lines, reading.faults()));
                    json.skipChildren();
                } else {
                    throw new JobFailed("The file is not SALSA of the Planned educations API: after line %d there is no"
                                    .formatted(lines)
                            + " list '" + SalsaHeader.LIST + "'.");
                }
            }
            return lines;
        }

        /** From the beginning of an answer or its body to its end. */
        private void readUnits(JsonParser json, String timePeriod) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals(SalsaHeader.BODY) && value == JsonToken.START_OBJECT) {
                    readUnits(json, timePeriod);
                } else if (name.equals(SalsaHeader.LIST) && value == JsonToken.START_ARRAY) {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        lines++;
                        LineCheck check = new LineCheck(lines, reading.faults());
                        reading.add(lines, new SalsaUnit(measures, timePeriod, check).read(json));
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
    }
}
