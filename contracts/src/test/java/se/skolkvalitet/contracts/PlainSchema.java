package se.skolkvalitet.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;

/** A schema of an OpenAPI document, said in one way: with what it refers to, and null apart from types and choices. */
final class PlainSchema {
    /** Whether null is taken, however it was said. */
    static final String NULLABLE = "nullable";

    private static final String NULL = "null";
    private static final String REFERENCE = "$ref";

    private PlainSchema() {}

    /** Resolved on the outermost level only: a schema may hold itself. */
    static ObjectNode of(JsonNode document, JsonNode schema) {
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        if (schema.has(REFERENCE)) {
            plain.setAll(of(document, document.at(schema.get(REFERENCE).asText().substring(1))));
        }
        schema.properties()
                .forEach(keyword ->
                        plain.set(keyword.getKey(), keyword.getValue().deepCopy()));
        plain.remove(REFERENCE);
        if (plain.get("type") instanceof ArrayNode types) {
            foldNull(plain, types);
            if (types.size() == 1) {
                plain.set("type", types.get(0));
            }
        }
        for (String keyword : List.of("anyOf", "oneOf")) {
            if (plain.get(keyword) instanceof ArrayNode choices) {
                foldNull(plain, choices);
                if (choices.size() == 1) {
                    plain.remove(keyword);
                    plain.setAll(of(document, choices.get(0)));
                }
            }
        }
        return plain;
    }

    /** What the schema is called that this one refers to; empty where it is said in place. */
    static String nameOf(JsonNode schema) {
        return schema.path(REFERENCE).asText().replaceAll(".*/", "");
    }

    private static void foldNull(ObjectNode plain, ArrayNode choices) {
        for (Iterator<JsonNode> choice = choices.elements(); choice.hasNext(); ) {
            JsonNode one = choice.next();
            if (one.asText().equals(NULL) || one.path("type").asText().equals(NULL)) {
                choice.remove();
                plain.put(NULLABLE, true);
            }
        }
    }
}
