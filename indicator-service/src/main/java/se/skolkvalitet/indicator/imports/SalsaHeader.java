package se.skolkvalitet.indicator.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import se.skolkvalitet.kit.imports.JsonLines;
import se.skolkvalitet.kit.text.InvalidValue;

/**
 * What an answer with SALSA says beside its units.
 *
 * @param status null where it is the body of an answer alone, which has none
 * @param timePeriod null where it tells none
 */
record SalsaHeader(String status, String message, String timePeriod, boolean hasUnits) {
    static final String LIST = "compulsorySchoolUnitSalsaMetricList";
    static final String BODY = "body";

    /** Reads on from the answer's beginning to its end. */
    static SalsaHeader read(JsonParser json) throws IOException {
        SalsaHeader header = new SalsaHeader(null, null, null, false);
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return header;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            header = header.with(json, json.currentName(), json.nextToken());
        }
        return header;
    }

    private SalsaHeader with(JsonParser json, String name, JsonToken value) throws IOException {
        if (name.equals(BODY) && value == JsonToken.START_OBJECT) {
            SalsaHeader body = read(json);
            return new SalsaHeader(status, message, body.timePeriod, body.hasUnits);
        }
        return switch (name) {
            case "status" -> new SalsaHeader(orEmpty(JsonFile.scalar(json)), message, timePeriod, hasUnits);
            case "message" -> new SalsaHeader(status, JsonFile.scalar(json), timePeriod, hasUnits);
            case "timePeriod" -> new SalsaHeader(status, message, JsonFile.scalar(json), hasUnits);
            default -> {
                json.skipChildren();
                boolean units = name.equals(LIST) && value == JsonToken.START_ARRAY;
                yield new SalsaHeader(status, message, timePeriod, hasUnits || units);
            }
        };
    }

    boolean isAnswer() {
        return hasUnits && (status == null || JsonLines.isGood(status));
    }

    /** Says why it is no answer. */
    void refuse(LineCheck check) {
        if (JsonLines.isGood(status)) {
            check.refuse(BODY, "required", "The source answered without a list of school units.");
            return;
        }
        check.read("status", () -> {
            throw new InvalidValue("status", "The source answered '%s': %s", status, orEmpty(message));
        });
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
