package se.skolkvalitet.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a newer schema of an event takes away. Events live long in compacted topics, so both ways count: who was built on
 * the older schema finds in new events all that it promised, and who is built on the newer one can read the old ones.
 * So properties and values of enumerations may be added, and nothing else.
 */
final class SchemaChanges {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ANNOTATIONS = Set.of("title", "description", "examples", "$comment");
    private static final Set<String> NAMED_SCHEMAS = Set.of("properties", "$defs");

    private final List<String> faults = new ArrayList<>();

    private SchemaChanges() {}

    /** What is not an addition, each with its place; empty where all is. */
    static List<String> breaking(String older, String newer) {
        try {
            SchemaChanges changes = new SchemaChanges();
            changes.compareSchemas("", JSON.readTree(older), JSON.readTree(newer));
            return changes.faults;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void compareSchemas(String place, JsonNode older, JsonNode newer) {
        for (String keyword : keywords(older, newer)) {
            String here = place + "/" + keyword;
            JsonNode was = older.path(keyword);
            JsonNode is = newer.path(keyword);
            if (NAMED_SCHEMAS.contains(keyword)) {
                was.fieldNames()
                        .forEachRemaining(name -> compareNamed(here + "/" + name, was.get(name), is.path(name)));
            } else if (keyword.equals("enum") && was.isArray() && is.isArray()) {
                if (!elements(is).containsAll(elements(was))) {
                    faults.add(here + ": a value is gone");
                }
            } else if (keyword.equals("required")) {
                if (!elements(was).equals(elements(is))) {
                    faults.add(here + ": was " + was + ", is " + is);
                }
            } else {
                compareRest(here, was, is);
            }
        }
    }

    private void compareNamed(String place, JsonNode was, JsonNode is) {
        if (is.isMissingNode()) {
            faults.add(place + " is gone");
        } else {
            compareSchemas(place, was, is);
        }
    }

    private void compareRest(String place, JsonNode was, JsonNode is) {
        if (was.isObject() && is.isObject()) {
            compareSchemas(place, was, is);
        } else if (was.isArray() && is.isArray() && was.size() == is.size()) {
            for (int i = 0; i < was.size(); i++) {
                compareRest(place + "/" + i, was.get(i), is.get(i));
            }
        } else if (!was.equals(is)) {
            faults.add("%s: was %s, is %s".formatted(place, shown(was), shown(is)));
        }
    }

    private static Set<String> keywords(JsonNode older, JsonNode newer) {
        Set<String> keywords = new HashSet<>();
        older.fieldNames().forEachRemaining(keywords::add);
        newer.fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(ANNOTATIONS);
        return keywords;
    }

    private static Set<JsonNode> elements(JsonNode list) {
        Set<JsonNode> elements = new HashSet<>();
        list.forEach(elements::add);
        return elements;
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "not there" : node.toString();
    }
}
