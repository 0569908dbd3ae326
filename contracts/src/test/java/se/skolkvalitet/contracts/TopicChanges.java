package se.skolkvalitet.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * What a newer {@code asyncapi.yaml} takes away: a topic or one of its messages, how a topic is kept and divided (a
 * key's events would go to another partition than those before them), what a message is called, and what goes with it in
 * its headers. How many replicas there are is for who runs it.
 */
final class TopicChanges {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final List<String> KEPT = List.of("partitions", "topicConfiguration");
    private static final List<String> CALLED = List.of("name", "contentType", "payload");

    private final JsonNode older;
    private final JsonNode newer;
    private final List<String> faults = new ArrayList<>();

    private TopicChanges(JsonNode older, JsonNode newer) {
        this.older = older;
        this.newer = newer;
    }

    /** What is not an addition, each with its place; empty where all is. */
    static List<String> breaking(String older, String newer) {
        try {
            TopicChanges changes = new TopicChanges(YAML.readTree(older), YAML.readTree(newer));
            changes.older.path("channels").forEach(changes::compareTopic);
            return changes.faults;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void compareTopic(JsonNode was) {
        String address = was.path("address").asText();
        for (JsonNode is : newer.path("channels")) {
            if (is.path("address").asText().equals(address)) {
                compare(address, KEPT, was.at("/bindings/kafka"), is.at("/bindings/kafka"));
                was.path("messages")
                        .fieldNames()
                        .forEachRemaining(message -> compareMessage(address, message, was, is));
                return;
            }
        }
        faults.add(address + " is gone");
    }

    private void compareMessage(String address, String message, JsonNode wasTopic, JsonNode isTopic) {
        String place = address + "/" + message;
        if (!isTopic.path("messages").has(message)) {
            faults.add(place + " is gone");
            return;
        }
        JsonNode was = resolved(older, wasTopic.path("messages").path(message));
        JsonNode is = resolved(newer, isTopic.path("messages").path(message));
        compare(place, CALLED, was, is);
        SchemaChanges.breaking(
                        resolved(older, was.path("headers")).toString(),
                        resolved(newer, is.path("headers")).toString())
                .forEach(fault -> faults.add(place + "/headers" + fault));
    }

    private void compare(String place, List<String> fields, JsonNode was, JsonNode is) {
        for (String field : fields) {
            if (!was.path(field).equals(is.path(field))) {
                faults.add("%s/%s: was %s, is %s".formatted(place, field, was.path(field), is.path(field)));
            }
        }
    }

    /** Payloads refer to files, which are compared for themselves; all else to a place in the document. */
    private static JsonNode resolved(JsonNode document, JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.startsWith("#") ? document.at(reference.substring(1)) : node;
    }
}
