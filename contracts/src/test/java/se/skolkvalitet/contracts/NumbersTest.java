package se.skolkvalitet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code numbers.csv} says of each number of the contracts what it tells of the figures of schools: whoever protects these has to
 * know all that is told of them.
 */
class NumbersTest {
    private static final Path NUMBERS = Path.of("numbers.csv");
    private static final String HEADER = "contract,number,tells,how";
    private static final Set<String> KINDS = Set.of("cell", "bounds", "follows", "register", "nothing");
    private static final int COLUMNS = 4;

    private final YAMLMapper yaml = new YAMLMapper();
    private final ObjectMapper json = new ObjectMapper();

    private static List<String[]> lines() throws IOException {
        List<String> lines = Files.readAllLines(NUMBERS);
        assertThat(lines.get(0)).isEqualTo(HEADER);
        return lines.stream().skip(1).map(line -> line.split(",", COLUMNS)).toList();
    }

    @Test
    void allNumbersOfTheContractsAreAccountedFor() throws IOException {
        List<String> numbers = new ArrayList<>();
        for (Path file : files("openapi", ".yaml")) {
            String contract = name(file, ".yaml");
            yaml.readTree(file.toFile())
                    .at("/components/schemas")
                    .fields()
                    .forEachRemaining(schema -> add(contract, schema.getKey(), schema.getValue(), numbers));
        }
        for (Path file : files("events", ".schema.json")) {
            add(name(file, ".schema.json"), "", json.readTree(file.toFile()), numbers);
        }

        assertThat(lines())
                .extracting(line -> line[0] + "," + line[1])
                .containsExactlyInAnyOrderElementsOf(numbers.stream().distinct().toList());
    }

    @Test
    void whatTellsSomethingIsSaidHow() throws IOException {
        assertThat(lines()).allSatisfy(line -> {
            assertThat(KINDS).contains(line[2]);
            assertThat(line[2].equals("nothing") || !line[3].isBlank())
                    .as(line[1])
                    .isTrue();
        });
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file, String ending) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ending.length());
    }

    private static void add(String contract, String name, JsonNode schema, List<String> numbers) {
        if (isNumber(schema.path("type"))) {
            numbers.add(contract + "," + name);
        }
        schema.path("properties")
                .fields()
                .forEachRemaining(property -> add(
                        contract,
                        name.isEmpty() ? property.getKey() : name + "." + property.getKey(),
                        property.getValue(),
                        numbers));
        if (schema.has("items")) {
            add(contract, name + "[]", schema.path("items"), numbers);
        }
        if (schema.path("additionalProperties").isObject()) {
            add(contract, name + "{}", schema.path("additionalProperties"), numbers);
        }
        for (String several : List.of("allOf", "anyOf", "oneOf")) {
            schema.path(several).forEach(one -> add(contract, name, one, numbers));
        }
        schema.path("$defs").fields().forEachRemaining(type -> add(contract, type.getKey(), type.getValue(), numbers));
    }

    private static boolean isNumber(JsonNode type) {
        if (type.isArray()) {
            return Stream.of("integer", "number")
                    .anyMatch(number -> type.toString().contains('"' + number + '"'));
        }
        return Set.of("integer", "number").contains(type.asText());
    }
}
