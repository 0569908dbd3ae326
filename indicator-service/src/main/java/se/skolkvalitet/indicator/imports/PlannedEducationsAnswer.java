package se.skolkvalitet.indicator.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.imports.LineFaults;
import se.skolkvalitet.kit.text.InvalidValue;

/**
 * Reads one answer with statistics of a school unit, or of the nation: a list for each statistic, with an element for each
 * period. Of a school form with programmes a unit's answer has such lists for each of them, too, and the nation's answer is
 * of one.
 */
final class PlannedEducationsAnswer {
    private static final String PROGRAMMES = "programMetrics";
    private static final String PROGRAMME = "programCode";
    private static final String UNIT = "schoolUnit";

    /** Teachers belong to no programme: the source repeats these figures in each of them, some without their history. */
    private static final Set<String> OF_ALL_PROGRAMMES = Set.of(
            "specialTeacherPositions", "studentsPerTeacherQuota", "certifiedTeachersQuota", "specialEducatorsQuota");

    private final PlannedEducationsForm form;
    private final Map<String, Measure> measures;
    private final RepeatedFigures repeated;
    private final LineCheck check;
    private final List<Observation> observations = new ArrayList<>();

    /** @param repeated what has been told of all programmes of the same unit, or of the nation */
    PlannedEducationsAnswer(
            PlannedEducationsForm form,
            Map<String, Measure> measures,
            RepeatedFigures repeated,
            long line,
            LineFaults faults) {
        this.form = form;
        this.measures = measures;
        this.repeated = repeated;
        this.check = new LineCheck(line, faults);
    }

    /** A line counts as a whole: with one fault in it there are no observations. */
    List<Observation> ofUnit(JsonNode answer) {
        Map<String, String> units = units(answer);
        String field = units.keySet().stream().findFirst().orElse(UNIT);
        String code = units.getOrDefault(field, "");
        Place unit = check.read(field, () -> Place.of(Level.SCHOOL_UNIT, code));
        units.forEach((other, name) -> check.read(other, () -> requireSame(code, name)));
        return read(answer, unit, false);
    }

    /** The same of an answer about the nation. */
    List<Observation> ofNation(JsonNode answer) {
        units(answer)
                .forEach((field, code) -> check.read(field, () -> {
                    throw new InvalidValue("level", "The figures are of the school unit '%s', not of the nation", code);
                }));
        return read(answer, Place.NATION, form.tellsTheNationByProgramme());
    }

    /** By the fields that name them: an answer with programmes names its unit in each, and nowhere else. */
    private Map<String, String> units(JsonNode answer) {
        Map<String, String> units = new LinkedHashMap<>();
        if (answer.has(UNIT)) {
            units.put(UNIT, answer.get(UNIT).asText(""));
        }
        JsonNode programmes = programmes(answer);
        for (int i = 0; i < programmes.size(); i++) {
            if (programmes.get(i).has(UNIT)) {
                units.put(programmeField(i) + UNIT, programmes.get(i).get(UNIT).asText(""));
            }
        }
        return units;
    }

    private JsonNode programmes(JsonNode answer) {
        return form.hasProgrammes() ? answer.path(PROGRAMMES) : MissingNode.getInstance();
    }

    private static String programmeField(int index) {
        return "%s[%d].".formatted(PROGRAMMES, index);
    }

    private static String requireSame(String unit, String other) {
        if (!other.equals(unit)) {
            throw new InvalidValue("contradiction", "The answer is of '%s', and here of '%s'", unit, other);
        }
        return unit;
    }

    private List<Observation> read(JsonNode answer, Place place, boolean ofProgramme) {
        if (check.isFaulty()) {
            return List.of();
        }
        readPart("", answer, place, ofProgramme);
        JsonNode programmes = programmes(answer);
        if (!programmes.isMissingNode() && !programmes.isNull() && !programmes.isArray()) {
            check.refuse(PROGRAMMES, "type", "Programmes are a list with an object for each.");
        }
        for (int i = 0; programmes.isArray() && i < programmes.size(); i++) {
            readPart(programmeField(i), programmes.get(i), place, true);
        }
        if (check.isFaulty()) {
            repeated.forget(check.line());
            return List.of();
        }
        return observations;
    }

    /**
     * An object with statistics: the whole of an answer, or a programme in it.
     *
     * @param path that its fields are told with
     * @param programme empty where the figures are of all
     */
    private record Part(String path, JsonNode node, Place place, String programme) {}

    private void readPart(String path, JsonNode node, Place place, boolean ofProgramme) {
        String programme = check.read(path + PROGRAMME, () -> programme(node, ofProgramme));
        if (programme != null) {
            Part part = new Part(path, node, place, programme);
            boolean withProgrammes = path.isEmpty() && form.hasProgrammes();
            node.properties().stream()
                    .filter(property -> !withProgrammes || !property.getKey().equals(PROGRAMMES))
                    .forEach(property -> readProperty(part, property.getKey(), property.getValue()));
        }
    }

    private String programme(JsonNode node, boolean required) {
        String code = JsonText.of(node, PROGRAMME);
        if (code == null && required) {
            throw new InvalidValue("required", "The figures are of one programme, which must be named");
        }
        if (code != null && !form.hasProgrammes()) {
            throw new InvalidValue("school-form", "'%s' is a programme, and this school form has none", code);
        }
        return code == null ? "" : Group.requireProgramme(code);
    }

    /** Beside the statistics a part has links and names, which are no lists. A statistic may be null. */
    private void readProperty(Part part, String key, JsonNode value) {
        if (value.isArray()) {
            readStatistic(part, key, value);
        } else if (measures.containsKey(key) && !value.isNull()) {
            check.refuse(part.path() + key, "type", "A statistic is a list with an element for each period.");
        }
    }

    private void readStatistic(Part part, String key, JsonNode elements) {
        Measure measure = measures.get(key);
        if (measure == null) {
            String message = "The edition has no measure for the statistic '%s'.".formatted(key);
            check.refuse(part.path() + key, "unknown-measure", message);
            return;
        }
        boolean ofAll = OF_ALL_PROGRAMMES.contains(key);
        Group group = new Group(form.code(), "T", "", ofAll ? "" : part.programme());
        var statistic = new PlannedEducationsStatistic(key, measure, part.place(), group, part.node());
        for (int i = 0; i < elements.size(); i++) {
            JsonNode element = elements.get(i);
            String field = "%s%s[%d]".formatted(part.path(), key, i);
            check.read(field, () -> add(statistic.read(element), ofAll && form.hasProgrammes(), field));
        }
    }

    private boolean add(Observation observation, boolean mayBeRepeated, String field) {
        boolean told = mayBeRepeated && repeated.isToldAlready(observation, check.line(), field);
        return told || observations.add(observation);
    }
}
