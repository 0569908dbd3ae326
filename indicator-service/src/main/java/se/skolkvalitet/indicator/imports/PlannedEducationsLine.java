package se.skolkvalitet.indicator.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.imports.LineFaults;
import se.skolkvalitet.kit.text.InvalidValue;

/**
 * Reads one answer of {@code GET /v4/school-units/{code}/statistics/gr}: the unit's code and a list for each
 * statistic, with an element for each period.
 */
final class PlannedEducationsLine {
    private static final Group COMPULSORY_SCHOOL = Group.all("grundskola");

    private final long line;
    private final Map<String, Measure> measuresBySourceKey;
    private final LineFaults faults;
    private final List<Observation> observations = new ArrayList<>();

    PlannedEducationsLine(long line, Map<String, Measure> measuresBySourceKey, LineFaults faults) {
        this.line = line;
        this.measuresBySourceKey = measuresBySourceKey;
        this.faults = faults;
    }

    /** A line counts as a whole: with one fault in it there are no observations. */
    List<Observation> read(JsonNode document) {
        String unit = document.path("schoolUnit").asText("");
        if (!unit.matches("[0-9]{8}")) {
            faults.add(
                    line,
                    "schoolUnit",
                    new InvalidValue("pattern", "'%s' is not a school unit code of eight digits", unit));
            return List.of();
        }
        document.properties().forEach(property -> readProperty(unit, property.getKey(), property.getValue()));
        return faults.hasFaults(line) ? List.of() : observations;
    }

    /** Beside the statistics a line has links, which are no lists. A statistic may be null. */
    private void readProperty(String unit, String key, JsonNode value) {
        if (value.isArray()) {
            readStatistic(unit, key, value);
        } else if (measuresBySourceKey.containsKey(key) && !value.isNull()) {
            faults.add(line, key, "type", "A statistic is a list with an element for each period.");
        }
    }

    private void readStatistic(String unit, String key, JsonNode elements) {
        Measure measure = measuresBySourceKey.get(key);
        if (measure == null) {
            faults.add(
                    line, key, "unknown-measure", "The edition has no measure for the statistic '%s'.".formatted(key));
            return;
        }
        for (int i = 0; i < elements.size(); i++) {
            try {
                observations.add(observation(unit, measure, elements.get(i)));
            } catch (InvalidValue refused) {
                faults.add(line, "%s[%d]".formatted(key, i), refused);
            }
        }
    }

    private static Observation observation(String unit, Measure measure, JsonNode element) {
        String raw = text(element, "value");
        Period period = Period.read(text(element, "timePeriod"), measure.periodKind());
        Figure figure =
                PlannedEducationsValue.read(raw, element.path("valueType").asText());
        if (figure.value() != null && period.equals(Period.NONE)) {
            throw new InvalidValue("period", "A figure needs a timePeriod");
        }
        return new Observation(
                Level.SCHOOL_UNIT, unit, measure.code(), period, COMPULSORY_SCHOOL, figure.possibleFor(measure), raw);
    }

    private static String text(JsonNode element, String field) {
        JsonNode value = element.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }
}
