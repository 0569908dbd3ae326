package se.skolkvalitet.indicator.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import se.skolkvalitet.kit.imports.JsonLines;

/** Reads answers with statistics of Skolverket's Planned educations API, one a line. */
final class PlannedEducationsReader implements StatisticsReader {
    private final PlannedEducationsForm form;
    private final boolean ofNation;

    private PlannedEducationsReader(PlannedEducationsForm form, boolean ofNation) {
        this.form = form;
        this.ofNation = ofNation;
    }

    /** Of {@code GET /v4/school-units/{code}/statistics/…}. */
    static PlannedEducationsReader ofUnits(PlannedEducationsForm form) {
        return new PlannedEducationsReader(form, false);
    }

    /** Of {@code GET /v4/statistics/national-values/…}. */
    static PlannedEducationsReader ofNation(PlannedEducationsForm form) {
        return new PlannedEducationsReader(form, true);
    }

    @Override
    public long read(Supplier<InputStream> file, Reading reading) {
        RepeatedFigures ofAllLines = new RepeatedFigures();
        return JsonLines.read(
                file.get(),
                reading.mapper(),
                reading.faults(),
                (line, document) -> reading.add(line, observations(line, document, reading, ofAllLines)));
    }

    private List<Observation> observations(long line, JsonNode document, Reading reading, RepeatedFigures ofAllLines) {
        RepeatedFigures repeated = ofNation ? ofAllLines : new RepeatedFigures();
        PlannedEducationsAnswer answer =
                new PlannedEducationsAnswer(form, reading.measures(), repeated, line, reading.faults());
        return ofNation ? answer.ofNation(document) : answer.ofUnit(document);
    }
}
