package se.skolkvalitet.kit.test;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.migration.JavaMigration;

/** Who may write to the database, and how: entities through their repository, or SQL in a store, never both to a table. */
final class StorageRules {
    private static final Pattern WRITE = Pattern.compile(
            "\\b(?:insert\\s+into|update|delete\\s+from|merge\\s+into|truncate(?:\\s+table)?|copy)\\s+([a-z_]+)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Path SOURCES = Path.of("src", "main");
    private static final String MIGRATIONS = "db";

    private StorageRules() {}

    @ArchTest
    static final ArchRule entitiesStayInTheirPackage = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(MappedSuperclass.class)
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true)
            .because("what leaves a feature are records");

    @ArchTest
    static final ArchRule sqlOnlyInStores = noClasses()
            .that(are(not(stores())))
            .and(are(not(assignableTo(JavaMigration.class))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..", "java.sql..", "javax.sql..", "org.postgresql..")
            .because("who looks for the statements on a table finds them in one place");

    /** A table that an entity is mapped to is written through the entity, so no statement may name it as its target. */
    @ArchTest
    static void oneWayToWriteToATable(JavaClasses classes) {
        Set<String> mapped = classes.stream()
                .filter(one -> one.isAnnotatedWith(Table.class))
                .map(one -> one.getAnnotationOfType(Table.class).name())
                .collect(Collectors.toSet());
        List<String> faults = new ArrayList<>();
        for (Path file : sources()) {
            Matcher writes = WRITE.matcher(read(file));
            while (writes.find()) {
                if (mapped.contains(writes.group(1))) {
                    faults.add("%s: %s".formatted(file, writes.group().replaceAll("\\s+", " ")));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new AssertionError("SQL writes to tables that entities are mapped to:\n" + String.join("\n", faults));
        }
    }

    private static DescribedPredicate<JavaClass> stores() {
        return new DescribedPredicate<>("stores") {
            @Override
            public boolean test(JavaClass type) {
                return outermost(type).getSimpleName().endsWith("Store");
            }
        };
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(StorageRules::outermost).orElse(type);
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file ->
                            file.toString().endsWith(".sql") || file.toString().endsWith(".java"))
                    .filter(file ->
                            !SOURCES.relativize(file).getName(1).toString().equals(MIGRATIONS))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
