package se.skolkvalitet.kit.test.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import se.skolkvalitet.kit.test.Contracts;

/** The operations of an OpenAPI document, with what makers of requests and judges of answers need of them. */
public final class Contract {
    private final JsonNode document;
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    private Contract(JsonNode document) {
        this.document = document;
    }

    /**
     * @param id the operation's name in generated clients
     * @param bodyType media type of the body, null where the operation takes none
     * @param responses by status, resolved
     */
    public record Operation(
            String id,
            String method,
            String path,
            List<Parameter> parameters,
            String bodyType,
            JsonNode bodySchema,
            Map<String, JsonNode> responses) {
        /** The statuses that the contract lists for it. */
        public Set<Integer> statuses() {
            return responses.keySet().stream()
                    .filter(status -> status.matches("[0-9]{3}"))
                    .map(Integer::valueOf)
                    .collect(Collectors.toSet());
        }

        public List<Parameter> in(String place) {
            return parameters.stream()
                    .filter(parameter -> parameter.place().equals(place))
                    .toList();
        }
    }

    /** @param place {@code path}, {@code query} or {@code header} */
    public record Parameter(String name, String place, boolean required, JsonNode schema) {}

    /** The committed contract of a service. */
    public static Contract of(String service) {
        try {
            return new Contract(
                    new ObjectMapper(new YAMLFactory()).readTree(file(service).toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isThere(String service) {
        return Files.exists(file(service));
    }

    private static Path file(String service) {
        return Contracts.projectRoot().resolve("contracts/openapi/" + service + ".yaml");
    }

    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> entry : path.getValue().properties()) {
                if (!entry.getKey().equals("parameters")) {
                    operations.add(operation(path.getKey(), entry.getKey(), path.getValue(), entry.getValue()));
                }
            }
        }
        return operations;
    }

    private Operation operation(String path, String method, JsonNode shared, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        shared.path("parameters").forEach(one -> parameters.add(parameter(one)));
        operation.path("parameters").forEach(one -> parameters.add(parameter(one)));
        Map.Entry<String, JsonNode> body = operation.path("requestBody").path("content").properties().stream()
                .findFirst()
                .orElse(null);
        Map<String, JsonNode> responses = new LinkedHashMap<>();
        operation
                .path("responses")
                .properties()
                .forEach(response -> responses.put(response.getKey(), resolve(response.getValue())));
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                body == null ? null : body.getKey(),
                body == null ? null : resolve(body.getValue().path("schema")),
                responses);
    }

    private Parameter parameter(JsonNode parameter) {
        JsonNode whole = resolve(parameter);
        return new Parameter(
                whole.path("name").asText(),
                whole.path("in").asText(),
                whole.path("required").asBoolean(),
                resolve(whole.path("schema")));
    }

    /** What holds documents against one of the contract's schemas. */
    public Schema compiled(JsonNode schema) {
        return compiled.computeIfAbsent(schema, this::compile);
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("$defs", document.at("/components/schemas"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString().replace("#/components/schemas/", "#/$defs/"));
    }

    /** Follows a reference to the end. */
    public JsonNode resolve(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = document.at(found.get("$ref").asText().substring(1));
        }
        return found;
    }

    /** The named schemas. */
    public Map<String, JsonNode> schemas() {
        Map<String, JsonNode> schemas = new LinkedHashMap<>();
        document.at("/components/schemas").properties().forEach(one -> schemas.put(one.getKey(), one.getValue()));
        return schemas;
    }

    /** The whole document. */
    JsonNode document() {
        return document;
    }
}
