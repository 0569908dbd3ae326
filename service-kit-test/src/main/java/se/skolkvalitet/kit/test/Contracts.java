package se.skolkvalitet.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Holds what a service does against the committed contracts. */
public final class Contracts {
    private Contracts() {}

    /** The root of the checkout. */
    public static Path projectRoot() {
        return Path.of(System.getProperty("project.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    /**
     * Fails where the OpenAPI document that a service serves is not the committed one. With
     * {@code -Dcontracts.write=true} the committed file is written instead.
     */
    public static void assertCommitted(String service, String served) {
        Path file = projectRoot().resolve("contracts/openapi/" + service + ".yaml");
        try {
            if (Boolean.getBoolean("contracts.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, served);
            }
            String committed = Files.exists(file) ? Files.readString(file) : "";
            if (!committed.equals(served)) {
                throw new AssertionError(
                        "The API of %s is not what contracts/openapi/%s.yaml says (first difference in line %d). If the change is meant, run with -Dcontracts.write=true and commit the file."
                                .formatted(service, service, firstDifference(committed, served)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fails where an event's data does not keep to the schema of its type in {@code contracts/events}, or says more than
     * that: readers bear it, but whoever sends it has to describe it.
     */
    public static void assertValid(String type, String data) {
        Path file = projectRoot().resolve("contracts/events/" + type + ".schema.json");
        try {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(
                            closed(new ObjectMapper().readTree(file.toFile())).toString());
            List<Error> errors = schema.validate(data, InputFormat.JSON);
            if (!errors.isEmpty()) {
                throw new AssertionError(type + " breaks its schema: " + errors + "\n" + data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        schema.forEach(Contracts::closed);
        return schema;
    }

    private static int firstDifference(String one, String other) {
        List<String> left = one.lines().toList();
        List<String> right = other.lines().toList();
        int line = 0;
        while (line < left.size() && line < right.size() && left.get(line).equals(right.get(line))) {
            line++;
        }
        return line + 1;
    }
}
