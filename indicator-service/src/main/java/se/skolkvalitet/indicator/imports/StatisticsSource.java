package se.skolkvalitet.indicator.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.imports.LineFaults;
import se.skolkvalitet.kit.text.Term;

/** Whose statistics a file holds, and so how it is read. */
public enum StatisticsSource implements Term {
    /** One answer of {@code GET /v4/school-units/{code}/statistics/gr} a line. */
    SKOLVERKET_PLANNED_EDUCATIONS_GR;

    /** Reads a line with the source's reader. There is no default: a source without a reader does not compile. */
    List<Observation> read(long line, JsonNode document, Map<String, Measure> measuresBySourceKey, LineFaults faults) {
        return switch (this) {
            case SKOLVERKET_PLANNED_EDUCATIONS_GR ->
                new PlannedEducationsLine(line, measuresBySourceKey, faults).read(document);
        };
    }
}
