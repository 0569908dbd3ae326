package se.skolkvalitet.kit.web;

import jakarta.annotation.Nullable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Says of each schema that only answers have which of its fields are always there: all of them, except what its record
 * marks {@link Nullable}, since what is null is left out.
 *
 * <p>Schemas of what is sent in are left alone: there validation tells what must be there.
 */
final class AnswerSchemas {
    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Schema> schemas;
    private final Set<String> sentIn = new HashSet<>();
    private final Map<String, List<ClassInfo>> records;

    AnswerSchemas(OpenAPI contract, IndexView classes) {
        schemas = contract.getComponents().getSchemas();
        records = classes.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .collect(Collectors.groupingBy(ClassInfo::simpleName));
        contract.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .forEach(body -> follow(body.getContent()));
    }

    void sayWhatIsAlwaysThere() {
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null && !sentIn.contains(name)) {
                recordOf(name, schema).ifPresent(made -> require(schema, made));
            }
        });
    }

    private void follow(Content content) {
        content.getMediaTypes().values().forEach(type -> follow(type.getSchema()));
    }

    private void follow(Schema schema) {
        if (schema == null) {
            return;
        }
        String reference = schema.getRef();
        if (reference != null && sentIn.add(reference.substring(REFERENCE.length()))) {
            follow(schemas.get(reference.substring(REFERENCE.length())));
        }
        parts(schema).forEach(this::follow);
    }

    private static Collection<Schema> parts(Schema schema) {
        List<Schema> parts = new ArrayList<>();
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .forEach(parts::addAll);
        if (schema.getProperties() != null) {
            parts.addAll(schema.getProperties().values());
        }
        parts.add(schema.getItems());
        parts.add(schema.getAdditionalPropertiesSchema());
        return parts;
    }

    /**
     * The record that a schema was made from: it has the schema's name, or is the generic one that the name begins
     * with, and its fields.
     */
    private Optional<ClassInfo> recordOf(String name, Schema schema) {
        return Stream.of(records.get(name), records.get("Page"), records.get(name.replaceAll("[0-9]+$", "")))
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(made -> fields(made).equals(schema.getProperties().keySet()))
                .findFirst();
    }

    private static Set<String> fields(ClassInfo made) {
        return made.recordComponents().stream().map(RecordComponentInfo::name).collect(Collectors.toSet());
    }

    private static void require(Schema schema, ClassInfo made) {
        schema.setRequired(made.recordComponents().stream()
                .filter(component -> !component.hasAnnotation(Nullable.class))
                .map(RecordComponentInfo::name)
                .toList());
    }
}
