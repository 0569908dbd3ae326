package se.skolkvalitet.framework.edition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import se.skolkvalitet.kit.test.Contracts;

/** The whole edition that the local stack publishes, to change as a test needs it. */
final class ShippedEdition {
    private static final Path FILE =
            Contracts.projectRoot().resolve("local-stack/src/main/resources/main-job/edition-1.json");

    private ShippedEdition() {}

    static ObjectNode read() throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(Files.readString(FILE));
    }

    /** Without the goal of a school form, and without all that follows from that goal. */
    static ObjectNode without(String schoolForm) throws IOException {
        ObjectNode edition = read();
        Set<String> goals = codes(
                edition.withArray("goals"),
                goal -> goal.path("schoolForm").asText().equals(schoolForm));
        Set<String> subGoals = codes(
                edition.withArray("subGoals"),
                subGoal -> goals.contains(subGoal.path("goal").asText()));
        drop(edition.withArray("goals"), goal -> goals.contains(code(goal)));
        drop(edition.withArray("subGoals"), subGoal -> subGoals.contains(code(subGoal)));
        for (String list : List.of("indicators", "successFactors")) {
            edition.withArray(list)
                    .forEach(part -> drop((ArrayNode) part.get("subGoals"), one -> subGoals.contains(one.asText())));
            drop(edition.withArray(list), part -> part.get("subGoals").isEmpty());
        }
        return edition;
    }

    private static Set<String> codes(ArrayNode parts, Predicate<JsonNode> which) {
        return StreamSupport.stream(parts.spliterator(), false)
                .filter(which)
                .map(ShippedEdition::code)
                .collect(Collectors.toSet());
    }

    private static void drop(ArrayNode list, Predicate<JsonNode> which) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (which.test(list.get(i))) {
                list.remove(i);
            }
        }
    }

    private static String code(JsonNode part) {
        return part.path("code").asText();
    }
}
