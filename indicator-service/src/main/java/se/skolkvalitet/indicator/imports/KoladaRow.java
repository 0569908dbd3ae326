package se.skolkvalitet.indicator.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.text.InvalidValue;
import se.skolkvalitet.kit.text.PlainText;

/**
 * The figures of one key figure, place and year, as Kolada tells them.
 *
 * @param placeField the name of the field of the place, {@code municipality} or {@code ou}
 */
record KoladaRow(String placeField, String kpi, String place, String period, List<Value> values) {
    /** One for each sex. Of a row with more no more are kept than show that it is none. */
    private static final int MOST_VALUES = 3;

    private static final int LONGEST_STATUS = 100;

    /**
     * A figure of one sex.
     *
     * @param number as it stands in the file; null where there is none
     * @param isNumber whether it is written as a number, where there is one
     */
    record Value(String gender, String number, boolean isNumber, String status, boolean isDeleted) {}

    /** Reads on from the row's beginning to its end. */
    static KoladaRow read(JsonParser json, String placeField) throws IOException {
        String kpi = null;
        String place = null;
        String period = null;
        List<Value> values = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("kpi")) {
                kpi = JsonFile.scalar(json);
            } else if (name.equals(placeField)) {
                place = JsonFile.scalar(json);
            } else if (name.equals("period")) {
                period = JsonFile.scalar(json);
            } else if (name.equals("values") && value == JsonToken.START_ARRAY) {
                readValues(json, values);
            } else {
                json.skipChildren();
            }
        }
        return new KoladaRow(placeField, kpi, place, period, values);
    }

    private static void readValues(JsonParser json, List<Value> values) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT || values.size() > MOST_VALUES) {
                json.skipChildren();
            } else {
                values.add(readValue(json));
            }
        }
    }

    private static Value readValue(JsonParser json) throws IOException {
        String gender = null;
        String number = null;
        boolean isNumber = false;
        String status = null;
        boolean isDeleted = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "gender" -> gender = JsonFile.scalar(json);
                case "value" -> {
                    isNumber = value.isNumeric();
                    number = JsonFile.scalar(json);
                }
                case "status" -> status = JsonFile.scalar(json);
                case "isdeleted" -> isDeleted = value == JsonToken.VALUE_TRUE;
                default -> json.skipChildren();
            }
        }
        return new Value(gender, number, isNumber, status, isDeleted);
    }

    /** None where something is wrong with the row, which has been told. */
    List<Observation> observations(
            LineCheck check, Function<String, Measure> measures, Function<String, Place> places) {
        Measure measure = check.read("kpi", () -> measures.apply(orEmpty(kpi)));
        Place at = check.read(placeField, () -> places.apply(orEmpty(place)));
        String schoolForm = measure == null ? null : check.read("kpi", measure::onlySchoolForm);
        Period when = measure == null ? null : check.read("period", () -> period(measure));
        if (values.size() > MOST_VALUES) {
            check.read("values", () -> {
                throw new InvalidValue("too-long", "A row has a value for each sex and one for all, not more");
            });
        }
        if (check.isFaulty()) {
            return List.of();
        }
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            String field = "values[%d].".formatted(i);
            String sex = check.read(field + "gender", () -> sex(value.gender()));
            String raw = check.read(field + "status", () -> raw(value));
            Figure figure = check.read(field + "value", () -> figure(value).possibleFor(measure));
            Group group = new Group(schoolForm, sex, "", "");
            observations.add(new Observation(at.level(), at.code(), measure.code(), when, group, figure, raw));
        }
        return check.isFaulty() ? List.of() : observations;
    }

    /** Kolada's year is the one in which a school year ends. */
    private Period period(Measure measure) {
        if (period == null || !period.matches("\\d{4}")) {
            throw new InvalidValue("period", "'%s' is not a year", orEmpty(period));
        }
        int year = Integer.parseInt(period);
        return measure.perSchoolYear()
                ? Period.beginningIn(year - 1, measure.periodKind())
                : Period.beginningIn(year, measure.periodKind());
    }

    private static String sex(String gender) {
        return switch (orEmpty(gender)) {
            case "T" -> "T";
            case "K" -> "F";
            case "M" -> "M";
            default -> throw new InvalidValue("one-of", "'%s' is not T, K or M", orEmpty(gender));
        };
    }

    private static Figure figure(Value value) {
        if (value.isDeleted()) {
            return Figure.none(ObservationStatus.WITHDRAWN);
        }
        if (value.number() == null) {
            return Figure.none(ObservationStatus.MISSING);
        }
        if (!value.isNumber()) {
            throw new InvalidValue("number", "'%s' is not a number", value.number());
        }
        return Figure.of(FigureNumber.ofJson(value.number()));
    }

    /** The number, unless Kolada has taken it back, and what Kolada says of it. */
    private static String raw(Value value) {
        String status = orEmpty(value.status());
        if (status.length() > LONGEST_STATUS || !PlainText.isPlain(status)) {
            throw new InvalidValue("pattern", "'%s' is no status", status);
        }
        return Observation.raw(
                value.isDeleted() ? null : value.number(),
                status.isEmpty() ? null : status,
                value.isDeleted() ? "isdeleted" : null);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
