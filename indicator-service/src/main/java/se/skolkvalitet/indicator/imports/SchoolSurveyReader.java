package se.skolkvalitet.indicator.imports;

import java.io.InputStream;
import java.util.function.Supplier;
import se.skolkvalitet.kit.imports.JsonLines;

/**
 * Reads answers with the Schools Inspectorate's survey of Skolverket's Planned educations API, one a line. An answer does not
 * tell which questionnaire it is of, and one of guardians not of which school unit: a line holds both beside it.
 */
final class SchoolSurveyReader implements StatisticsReader {
    @Override
    public long read(Supplier<InputStream> file, Reading reading) {
        FollowedMeasures measures = reading.followed();
        long lines = JsonLines.read(
                file.get(),
                reading.mapper(),
                reading.faults(),
                (line, document) -> reading.add(
                        line, new SchoolSurveyAnswer(measures, new LineCheck(line, reading.faults())).read(document)));
        measures.requireAny();
        return lines;
    }
}
