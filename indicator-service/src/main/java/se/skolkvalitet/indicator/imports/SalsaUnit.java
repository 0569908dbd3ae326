package se.skolkvalitet.indicator.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.text.InvalidValue;

/** Reads the SALSA metrics of one school unit, each an object {@code {"value", "valueType"}} without a period of its own. */
final class SalsaUnit {
    private static final String UNIT = "schoolUnitCode";
    private static final String LINKS = "_links";
    private static final Group COMPULSORY_SCHOOL = Group.all(PlannedEducationsForm.COMPULSORY.code());

    private final FollowedMeasures measures;
    private final String timePeriod;
    private final LineCheck check;
    private final Map<String, Metric> metrics = new LinkedHashMap<>();
    private String unit = "";

    /** As it stands in the file; the texts may be null. */
    private record Metric(Measure measure, String value, String valueType) {}

    SalsaUnit(FollowedMeasures measures, String timePeriod, LineCheck check) {
        this.measures = measures;
        this.timePeriod = timePeriod;
        this.check = check;
    }

    /** Reads on to the unit's end. Of a unit without SALSA the source answers with null; it has no observations. */
    List<Observation> read(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return List.of();
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            check.refuse("", "json", "The line is not a JSON object.");
            return List.of();
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals(UNIT)) {
                unit = Optional.ofNullable(JsonFile.scalar(json)).orElse("");
            } else if (value == JsonToken.START_OBJECT && !name.equals(LINKS)) {
                readMetric(json, name);
            } else {
                readOther(json, name);
            }
        }
        return observations();
    }

    private void readMetric(JsonParser json, String name) throws IOException {
        Optional<Measure> measure = measures.find(name);
        if (measure.isEmpty()) {
            json.skipChildren();
            return;
        }
        String value = null;
        String valueType = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            String text = JsonFile.scalar(json);
            value = field.equals("value") ? text : value;
            valueType = field.equals("valueType") ? text : valueType;
        }
        if (metrics.put(name, new Metric(measure.get(), value, valueType)) != null) {
            check.refuse(name, "duplicate", "The metric is there twice.");
        }
    }

    /** A name, a link, or a metric that is null or of another shape. */
    private void readOther(JsonParser json, String name) throws IOException {
        boolean isNull = json.currentToken() == JsonToken.VALUE_NULL;
        json.skipChildren();
        if (!isNull && measures.has(name)) {
            check.refuse(name, "type", "A metric is an object with a value and its type.");
        }
    }

    private List<Observation> observations() {
        Place place = check.read(UNIT, () -> Place.of(Level.SCHOOL_UNIT, unit));
        metrics.values().stream()
                .map(metric -> metric.measure().periodKind())
                .distinct()
                .forEach(kind -> check.read("timePeriod", () -> period(kind)));
        List<Observation> observations = new ArrayList<>();
        metrics.forEach((name, metric) -> {
            Measure measure = metric.measure();
            Figure figure = check.read(name, () -> figure(metric).possibleFor(measure));
            if (!check.isFaulty()) {
                Period period = period(measure.periodKind());
                observations.add(new Observation(
                        place.level(),
                        place.code(),
                        measure.code(),
                        period,
                        COMPULSORY_SCHOOL,
                        figure,
                        metric.value()));
            }
        });
        return check.isFaulty() ? List.of() : observations;
    }

    private Period period(String kind) {
        if (timePeriod == null) {
            throw new InvalidValue("required", "The answer tells no timePeriod");
        }
        return Period.read(timePeriod, kind);
    }

    private static Figure figure(Metric metric) {
        return PlannedEducationsValue.read(metric.value(), metric.valueType() == null ? "" : metric.valueType());
    }
}
