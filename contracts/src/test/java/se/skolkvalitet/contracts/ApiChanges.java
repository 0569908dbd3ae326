package se.skolkvalitet.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.skolkvalitet.contracts.ApiSchemaChanges.Writer;

/** What a newer OpenAPI document takes away from those who were built on an older one. */
final class ApiChanges {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final JsonNode older;
    private final JsonNode newer;
    private final List<String> faults = new ArrayList<>();
    private final ApiSchemaChanges schemas;

    private ApiChanges(JsonNode older, JsonNode newer) {
        this.older = older;
        this.newer = newer;
        schemas = new ApiSchemaChanges(older, newer, faults);
    }

    /** What breaks an older client, each with its place; empty where nothing does. */
    static List<String> breaking(String older, String newer) {
        try {
            ApiChanges changes = new ApiChanges(YAML.readTree(older), YAML.readTree(newer));
            changes.compareAll();
            return changes.faults;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private interface Comparison {
        void of(String place, JsonNode was, JsonNode is);
    }

    private void compareAll() {
        mustBeSame("document", older, newer, "security");
        compareNamed(
                "",
                older.path("paths"),
                newer.path("paths"),
                (path, was, is) -> compareNamed(path + " ", operations(was), operations(is), this::compareOperation));
    }

    private void compareOperation(String place, JsonNode was, JsonNode is) {
        // Methods of generated clients are named by the id.
        mustBeSame(place, was, is, "operationId", "security");
        compareParameters(place + " ", parameters(older, was), parameters(newer, is));
        compareBody(place + " body", was.path("requestBody"), is.path("requestBody"));
        compareNamed(place + " ", was.path("responses"), is.path("responses"), this::compareAnswer);
    }

    private void compareParameters(String place, JsonNode was, JsonNode is) {
        compareNamed(place, was, is, (here, parameterWas, parameterIs) -> {
            mustBeSame(here, parameterWas, parameterIs, "style", "explode", "content");
            compareSchemas(here, Writer.CLIENT, parameterWas, parameterIs);
        });
        is.properties()
                .forEach(one -> mustNotBecomeRequired(place + one.getKey(), was.path(one.getKey()), one.getValue()));
    }

    private void compareBody(String place, JsonNode was, JsonNode is) {
        if (is.isMissingNode() && !was.isMissingNode()) {
            faults.add(place + " is gone");
        }
        mustNotBecomeRequired(place, was, is);
        compareContents(place, Writer.CLIENT, was, is);
    }

    private void compareAnswer(String place, JsonNode was, JsonNode is) {
        JsonNode answerWas = resolved(older, was);
        JsonNode answerIs = resolved(newer, is);
        compareNamed(place + " ", answerWas.path("headers"), answerIs.path("headers"), (here, one, other) -> {
            // Whoever was promised it is one who requires it.
            mustNotBecomeRequired(here, other, one);
            compareSchemas(here, Writer.SERVICE, one, other);
        });
        compareContents(place, Writer.SERVICE, answerWas, answerIs);
    }

    private void compareContents(String place, Writer writer, JsonNode was, JsonNode is) {
        compareNamed(
                place + " ",
                was.path("content"),
                is.path("content"),
                (here, one, other) -> compareSchemas(here, writer, one, other));
    }

    private void compareSchemas(String place, Writer writer, JsonNode was, JsonNode is) {
        schemas.compare(place, writer, was.path("schema"), is.path("schema"));
    }

    /** What was there under a name is there still. */
    private void compareNamed(String place, JsonNode was, JsonNode is, Comparison comparison) {
        was.properties().forEach(one -> {
            String here = place + one.getKey();
            if (is.has(one.getKey())) {
                comparison.of(here, one.getValue(), is.get(one.getKey()));
            } else {
                faults.add(here + " is gone");
            }
        });
    }

    private void mustBeSame(String place, JsonNode was, JsonNode is, String... keywords) {
        for (String keyword : keywords) {
            if (!was.path(keyword).equals(is.path(keyword))) {
                faults.add("%s: another %s".formatted(place, keyword));
            }
        }
    }

    private void mustNotBecomeRequired(String place, JsonNode was, JsonNode is) {
        if (is.path("required").asBoolean() && !was.path("required").asBoolean()) {
            faults.add(place + ": required now");
        }
    }

    /** The operations of a path, each with the parameters that they share. */
    private static ObjectNode operations(JsonNode path) {
        ObjectNode operations = path.<ObjectNode>deepCopy().retain(METHODS);
        for (JsonNode operation : operations) {
            ArrayNode parameters = YAML.createArrayNode();
            path.path("parameters").forEach(parameters::add);
            operation.path("parameters").forEach(parameters::add);
            ((ObjectNode) operation).set("parameters", parameters);
        }
        return operations;
    }

    /** The parameters of an operation by where they are and their name. */
    private static ObjectNode parameters(JsonNode document, JsonNode operation) {
        ObjectNode parameters = YAML.createObjectNode();
        for (JsonNode one : operation.path("parameters")) {
            JsonNode parameter = resolved(document, one);
            parameters.set(
                    parameter.path("in").asText() + " " + parameter.path("name").asText(), parameter);
        }
        return parameters;
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }
}
