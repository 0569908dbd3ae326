package se.skolkvalitet.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a newer schema in an API takes away. Clients go on to write what they wrote, so what is taken must not become
 * narrower; they go on to read what they were told of, so what is answered must not become wider. A keyword that has no
 * rule here must not change at all.
 *
 * <p>Only enumerations grow, in answers too: of school forms, of the states of a dialogue. A reader takes a code that it
 * does not know for what it is. And limits are moved: how long a text may be, how many an edition may have, is a rule for
 * those who write it. What is read has none but its type.
 */
final class ApiSchemaChanges {
    private static final Set<String> ANNOTATIONS =
            Set.of("title", "description", "example", "examples", "deprecated", "externalDocs", "$comment");

    private static final Set<String> LIMITS = Set.of(
            "maximum",
            "exclusiveMaximum",
            "maxLength",
            "maxItems",
            "maxProperties",
            "minimum",
            "exclusiveMinimum",
            "minLength",
            "minItems",
            "minProperties",
            "pattern",
            "multipleOf",
            "uniqueItems");

    private static final Pattern CHOICE = Pattern.compile("\\^\\(([^()|]+(?:[|][^()|]+)*)\\)\\$");

    private static final Set<String> PARTS = Set.of("allOf", "anyOf", "oneOf");

    /** Of what a schema describes. */
    enum Writer {
        CLIENT,
        SERVICE
    }

    /** What a newer keyword allows, measured by the older one. */
    private enum Change {
        NARROWER,
        WIDER,
        /** Or both, or nobody knows. */
        OTHER,
        NONE;

        private boolean breaks(Writer writer) {
            return this == OTHER || this == (writer == Writer.CLIENT ? NARROWER : WIDER);
        }
    }

    private final JsonNode olderDocument;
    private final JsonNode newerDocument;
    private final List<String> faults;
    private final Set<List<Object>> compared = new HashSet<>();

    /** @param faults gets what is found, each with its place; what many places share is told of at the first */
    ApiSchemaChanges(JsonNode olderDocument, JsonNode newerDocument, List<String> faults) {
        this.olderDocument = olderDocument;
        this.newerDocument = newerDocument;
        this.faults = faults;
    }

    void compare(String place, Writer writer, JsonNode older, JsonNode newer) {
        ObjectNode was = PlainSchema.of(olderDocument, older);
        ObjectNode is = PlainSchema.of(newerDocument, newer);
        // A schema may hold itself.
        if (compared.add(List.of(writer, was, is))) {
            compareNames(place, PlainSchema.nameOf(older), PlainSchema.nameOf(newer));
            keywords(was, is)
                    .forEach(keyword -> compareKeyword(place, writer, keyword, was.path(keyword), is.path(keyword)));
        }
    }

    private void compareKeyword(String place, Writer writer, String keyword, JsonNode was, JsonNode is) {
        String here = place + "/" + keyword;
        if (keyword.equals("properties")) {
            was.properties().forEach(one -> compareProperty(here, writer, one.getKey(), one.getValue(), is));
        } else if (was.isObject() && is.isObject()) {
            compare(here, writer, was, is);
        } else if (PARTS.contains(keyword) && was.size() == is.size()) {
            for (int i = 0; i < was.size(); i++) {
                compare(here + "/" + i, writer, was.get(i), is.get(i));
            }
        } else if (!isFree(writer, keyword) && change(keyword, was, is).breaks(writer)) {
            faults.add("%s: was %s, is %s".formatted(here, shown(was), shown(is)));
        }
    }

    private static boolean isFree(Writer writer, String keyword) {
        return writer == Writer.SERVICE && LIMITS.contains(keyword);
    }

    /** Classes of generated clients are called like the schemas that others refer to. */
    private void compareNames(String place, String was, String is) {
        if (!was.isEmpty() && !is.isEmpty() && !was.equals(is)) {
            faults.add("%s: was called %s, is called %s".formatted(place, was, is));
        }
    }

    private void compareProperty(String place, Writer writer, String name, JsonNode was, JsonNode properties) {
        String here = place + "/" + name;
        if (properties.has(name)) {
            compare(here, writer, was, properties.get(name));
        } else {
            faults.add(here + " is gone");
        }
    }

    private static Change change(String keyword, JsonNode was, JsonNode is) {
        if (was.equals(is)) {
            return Change.NONE;
        }
        return switch (keyword) {
            case "maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties" -> ofRule(was, is, 1);
            case "minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties" -> ofRule(was, is, -1);
            case "pattern" -> ofPattern(was, is);
            case "multipleOf" -> ofRule(was, is, 0);
            case "uniqueItems" -> is.asBoolean() ? Change.NARROWER : Change.WIDER;
            case PlainSchema.NULLABLE -> is.asBoolean() ? Change.WIDER : Change.NARROWER;
            case "enum" -> ofValues(was, is);
            case "required" -> ofRequired(elements(was), elements(is));
            // Who leaves a value out asks for something else then; in answers there is none that is left out.
            case "default" -> Change.NARROWER;
            default -> Change.OTHER;
        };
    }

    /** @param sign 1 where more allows more, -1 where it allows less, 0 where that cannot be told */
    private static Change ofRule(JsonNode was, JsonNode is, int sign) {
        if (was.isMissingNode()) {
            return Change.NARROWER;
        }
        if (is.isMissingNode()) {
            return Change.WIDER;
        }
        if (sign == 0) {
            return Change.OTHER;
        }
        return is.decimalValue().compareTo(was.decimalValue()) * sign > 0 ? Change.WIDER : Change.NARROWER;
    }

    /** What one of two patterns takes is known where both are choices. */
    private static Change ofPattern(JsonNode was, JsonNode is) {
        Set<String> before = choices(was);
        Set<String> now = choices(is);
        if (before.isEmpty() || now.isEmpty()) {
            return ofRule(was, is, 0);
        }
        if (now.containsAll(before)) {
            return Change.WIDER;
        }
        return before.containsAll(now) ? Change.NARROWER : Change.OTHER;
    }

    /** Of {@code ^(one|other)$} both, where neither has choices of its own; none of any other pattern. */
    private static Set<String> choices(JsonNode pattern) {
        Matcher choice = CHOICE.matcher(pattern.asText());
        return choice.matches() ? Set.of(choice.group(1).split("[|]")) : Set.of();
    }

    private static Change ofValues(JsonNode was, JsonNode is) {
        if (was.isMissingNode() || is.isMissingNode()) {
            return ofRule(was, is, 0);
        }
        return elements(is).containsAll(elements(was)) ? Change.NONE : Change.NARROWER;
    }

    private static Change ofRequired(Set<JsonNode> was, Set<JsonNode> is) {
        if (is.containsAll(was)) {
            return Change.NARROWER;
        }
        return was.containsAll(is) ? Change.WIDER : Change.OTHER;
    }

    private static Set<JsonNode> elements(JsonNode list) {
        Set<JsonNode> elements = new HashSet<>();
        list.forEach(elements::add);
        return elements;
    }

    private static Set<String> keywords(ObjectNode was, ObjectNode is) {
        Set<String> keywords = new TreeSet<>();
        was.fieldNames().forEachRemaining(keywords::add);
        is.fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(ANNOTATIONS);
        return keywords;
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "not there" : node.toString();
    }
}
