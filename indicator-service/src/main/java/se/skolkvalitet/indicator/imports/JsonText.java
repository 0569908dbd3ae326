package se.skolkvalitet.indicator.imports;

import com.fasterxml.jackson.databind.JsonNode;

/** Texts in a JSON document that has been read whole. */
final class JsonText {
    private JsonText() {}

    /** Null where the field is null or not there, empty where it is an object or a list. */
    static String of(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }
}
