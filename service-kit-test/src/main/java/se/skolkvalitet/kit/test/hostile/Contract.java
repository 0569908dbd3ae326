package se.skolkvalitet.kit.test.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The operations of an OpenAPI document, with what a maker of requests needs of them. */
final class Contract {
    private final JsonNode document;

    private Contract(JsonNode document) {
        this.document = document;
    }

    /**
     * @param bodyType media type of the body, null where the operation takes none
     * @param statuses that the contract lists for it
     */
    record Operation(
            String method,
            String path,
            List<Parameter> parameters,
            String bodyType,
            JsonNode bodySchema,
            Set<Integer> statuses) {
        List<Parameter> in(String place) {
            return parameters.stream()
                    .filter(parameter -> parameter.place().equals(place))
                    .toList();
        }
    }

    /** @param place {@code path}, {@code query} or {@code header} */
    record Parameter(String name, String place, JsonNode schema) {}

    static Contract read(Path file) {
        try {
            return new Contract(new ObjectMapper(new YAMLFactory()).readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Operation> operations() {
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
        Set<Integer> statuses = StreamSupport.stream(
                        ((Iterable<String>) () -> operation.path("responses").fieldNames()).spliterator(), false)
                .filter(status -> status.matches("[0-9]{3}"))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                body == null ? null : body.getKey(),
                body == null ? null : resolve(body.getValue().path("schema")),
                statuses);
    }

    private Parameter parameter(JsonNode parameter) {
        JsonNode whole = resolve(parameter);
        return new Parameter(whole.path("name").asText(), whole.path("in").asText(), resolve(whole.path("schema")));
    }

    /** Follows a reference to the end. */
    JsonNode resolve(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = document.at(found.get("$ref").asText().substring(1));
        }
        return found;
    }
}
