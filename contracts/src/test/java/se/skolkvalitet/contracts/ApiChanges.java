package se.skolkvalitet.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;
import org.openapitools.openapidiff.core.output.ConsoleRender;

/** What a newer OpenAPI document takes away from those who were built on an older one. */
final class ApiChanges {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final OpenApiDiffOptions OPTIONS = OpenApiDiffOptions.builder()
            // Methods of generated clients are named by it.
            .configProperty("incompatible.operation.id.changed", "true")
            // Enumerations grow: of school forms, of the states of a dialogue. A reader takes a code that it does not
            // know for what it is.
            .configProperty("incompatible.response.enum.increased", "false")
            .build();

    private ApiChanges() {}

    /** What breaks an older client, in words; empty where nothing does. */
    static String breaking(String older, String newer) {
        ChangedOpenApi changes = OpenApiCompare.fromContents(asOpenApi30(older), asOpenApi30(newer), null, OPTIONS);
        Set<String> lost = new TreeSet<>();
        collectLost(changes.getChangedOperations(), lost);
        List<String> words = new ArrayList<>();
        if (!lost.isEmpty()) {
            words.add("properties that are no longer there: " + String.join(", ", lost));
        }
        if (changes.isIncompatible()) {
            words.add(told(changes));
        }
        return String.join("\n", words);
    }

    /** A property that was not required may go, says the library. Whoever showed it misses it all the same. */
    private static void collectLost(List<? extends Changed> changes, Set<String> lost) {
        for (Changed change : changes) {
            if (change instanceof ChangedSchema schema) {
                lost.addAll(schema.getMissingProperties().keySet());
            }
            if (change instanceof ComposedChanged composed) {
                collectLost(
                        composed.getChangedElements().stream()
                                .filter(element -> element != null)
                                .toList(),
                        lost);
            }
        }
    }

    private static String told(ChangedOpenApi changes) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        new ConsoleRender().render(changes, new OutputStreamWriter(text, StandardCharsets.UTF_8));
        return text.toString(StandardCharsets.UTF_8);
    }

    /** The library sees neither types nor enumerations in OpenAPI 3.1; what they say can be said in 3.0 as well. */
    private static String asOpenApi30(String document) {
        try {
            ObjectNode root = (ObjectNode) YAML.readTree(document);
            root.put("openapi", "3.0.3");
            rewrite(root);
            return YAML.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void rewrite(JsonNode node) {
        if (node instanceof ObjectNode object) {
            foldNull(object, "type");
            foldNull(object, "anyOf");
            foldNull(object, "oneOf");
            foldBound(object, "exclusiveMinimum", "minimum");
            foldBound(object, "exclusiveMaximum", "maximum");
            if (object.path("const").isValueNode() && !object.has("enum")) {
                object.putArray("enum").add(object.remove("const"));
            }
        }
        node.forEach(ApiChanges::rewrite);
    }

    /** {@code [string, "null"]} becomes a string that is nullable, and so does a choice between something and null. */
    private static void foldNull(ObjectNode schema, String keyword) {
        if (!(schema.get(keyword) instanceof ArrayNode choices)) {
            return;
        }
        boolean nullable = false;
        for (Iterator<JsonNode> choice = choices.elements(); choice.hasNext(); ) {
            JsonNode one = choice.next();
            if (one.asText().equals("null") || one.path("type").asText().equals("null")) {
                choice.remove();
                nullable = true;
            }
        }
        if (nullable) {
            schema.put("nullable", true);
        }
        if (keyword.equals("type") && choices.size() == 1) {
            schema.set(keyword, choices.get(0));
        }
    }

    private static void foldBound(ObjectNode schema, String exclusive, String bound) {
        if (schema.path(exclusive).isNumber()) {
            schema.set(bound, schema.get(exclusive));
            schema.put(exclusive, true);
        }
    }
}
