package se.skolkvalitet.kit.test.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.skolkvalitet.kit.test.contract.Contract.Operation;
import se.skolkvalitet.kit.test.contract.Contract.Parameter;

/** What holds for the contract of every service, whatever it is about. */
public final class ContractRules {
    /**
     * One document each, which are read as a whole: coverage is also written so, a saved plan has no conflicts, and what the
     * register covers is told of all counties at once; a value is compared with a handful of areas and periods.
     */
    private static final Set<String> DOCUMENTS = Set.of("Comparison", "Coverage", "Manifest", "Plan", "RegisterExtent");

    private static final Pattern REPEATS_A_GROUP = Pattern.compile("\\)(?:[*+]|\\{\\d+,})");
    private static final Set<String> BOUNDS = Set.of("maxLength", "enum", "format");
    private static final Pattern ENDLESS = Pattern.compile("[*+]|\\{\\d+,}");

    private ContractRules() {}

    /** Fails where a GET answers a list, or an object with a list at its top, without pages. */
    public static void assertEveryCollectionPages(String service) {
        Contract contract = Contract.of(service);

        List<String> without = contract.operations().stream()
                .filter(operation ->
                        operation.method().equals("GET") && operation.path().startsWith("/v1"))
                .filter(operation -> isCollection(contract, operation) && !pages(contract, operation))
                .map(Operation::path)
                .toList();

        assertThat(without).as("collections of %s without pages", service).isEmpty();
    }

    /**
     * Fails where a default is of another type than its parameter, or a pattern is not for the whole text or cannot be
     * held against a long one.
     */
    public static void assertSaysWhatJsonSchemaUnderstands(String service) {
        List<String> faults = new ArrayList<>();
        look(Contract.of(service).document(), "", faults);
        assertThat(faults).as("schemas of %s", service).isEmpty();
    }

    /** Fails where an operation tells nothing of how it is answered when it goes well. */
    public static void assertEverySuccessIsDescribed(String service) {
        List<String> without = Contract.of(service).operations().stream()
                .filter(operation -> operation.statuses().stream().noneMatch(status -> status / 100 == 2))
                .map(operation -> operation.method() + " " + operation.path())
                .toList();

        assertThat(without).as("operations of %s without a success", service).isEmpty();
    }

    /** Fails where a text in a body, or a key in a path, may be as long as the whole request. */
    public static void assertTextsHaveAnEnd(String service) {
        Contract contract = Contract.of(service);
        List<String> without = new ArrayList<>();
        for (Operation operation : contract.operations()) {
            String place = operation.method() + " " + operation.path();
            if ("application/json".equals(operation.bodyType())) {
                texts(contract, operation.bodySchema(), place, without);
            }
            operation.in("path").forEach(key -> texts(contract, key.schema(), place + " " + key.name(), without));
        }
        assertThat(without).as("texts without end in requests to %s", service).isEmpty();
    }

    private static void texts(Contract contract, JsonNode unresolved, String place, List<String> without) {
        JsonNode schema = contract.resolve(unresolved);
        if (schema.path("type").asText().equals("string")
                && BOUNDS.stream().noneMatch(schema::has)
                && ENDLESS.matcher(schema.path("pattern").asText("*")).find()) {
            without.add(place);
        }
        schema.path("properties")
                .properties()
                .forEach(one -> texts(contract, one.getValue(), place + "." + one.getKey(), without));
        if (schema.has("items")) {
            texts(contract, schema.get("items"), place + "[]", without);
        }
    }

    /** A path that ends in a name and not in a key, and answers a list. */
    private static boolean isCollection(Contract contract, Operation operation) {
        JsonNode schema = answer(operation);
        JsonNode resolved = contract.resolve(schema);
        boolean hasList = resolved.path("properties").properties().stream()
                .anyMatch(property -> property.getValue().path("type").asText().equals("array"));
        return !operation.path().endsWith("}")
                && !DOCUMENTS.contains(name(schema))
                && (resolved.path("type").asText().equals("array") || hasList);
    }

    private static boolean pages(Contract contract, Operation operation) {
        JsonNode properties = contract.resolve(answer(operation)).path("properties");
        Set<String> query = operation.in("query").stream().map(Parameter::name).collect(Collectors.toSet());
        return query.containsAll(Set.of("limit", "cursor"))
                && properties.path("items").path("type").asText().equals("array")
                && properties.path("next").path("type").asText().equals("string")
                && operation.responses().get("200").path("headers").has("Link");
    }

    static JsonNode answer(Operation operation) {
        return operation.responses().get("200").at("/content/application~1json/schema");
    }

    private static String name(JsonNode schema) {
        return schema.path("$ref").asText().replaceAll(".*/", "");
    }

    private static void look(JsonNode node, String place, List<String> faults) {
        if (node.path("type").asText().equals("integer")
                && node.has("default")
                && !node.get("default").isIntegralNumber()) {
            faults.add(place + ": the default is no integer");
        }
        String pattern = node.path("pattern").isTextual() ? node.get("pattern").asText() : "^$";
        if (!(pattern.startsWith("^") && pattern.endsWith("$"))) {
            faults.add(place + ": the pattern holds for a part of the text");
        }
        if (REPEATS_A_GROUP.matcher(pattern).find()) {
            faults.add(place + ": the pattern repeats a group without end, which a long text makes a deep recursion");
        }
        if (node.isObject()) {
            node.properties().forEach(entry -> look(entry.getValue(), place + "/" + entry.getKey(), faults));
        } else {
            node.forEach(element -> look(element, place, faults));
        }
    }
}
