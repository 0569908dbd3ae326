package se.skolkvalitet.kit.test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Who may write to the database, and how: entities through their repository, or SQL in a store, never both to a table.
 * What the texts of statements do not tell is held by the database itself in every service's tests:
 * {@link OneWayToWrite}.
 */
final class StorageRules {
    private static final String STORE = "se.skolkvalitet.kit.db.Store";
    private static final String REPOSITORY = "io.quarkus.hibernate.orm.panache.PanacheRepositoryBase";
    private static final Pattern NATIVE_CALL = Pattern.compile(".*Native.*|.*StoredProcedure.*|do(?:Returning)?Work");
    private static final Pattern NATIVE_MAPPING =
            Pattern.compile("(?:jakarta\\.persistence|org\\.hibernate\\.annotations)"
                    + "\\.(?:.*Native.*|.*StoredProcedure.*|S[Qq][Ll].*|Subselect)");
    private static final Path SOURCES = Path.of("src", "main");
    private static final String MIGRATIONS = "db";

    private StorageRules() {}

    @ArchTest
    static final ArchRule entitiesStayInTheirPackage = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(MappedSuperclass.class)
            .or()
            .areAnnotatedWith(Embeddable.class)
            .or()
            .areAssignableTo(REPOSITORY)
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true)
            .because("what leaves a feature are records");

    @ArchTest
    static final ArchRule nothingPublicGivesAnEntity = members()
            .that()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("..client..")
            .should(new KeepEntities())
            .because("what leaves a feature are records");

    @ArchTest
    static final ArchRule tablesHaveNames = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should(new NameTheirTables())
            .allowEmptyShould(true)
            .because("who looks for what is mapped to a table searches for its name");

    @ArchTest
    static final ArchRule sqlOnlyInStores = noClasses()
            .that(are(not(stores())))
            .and(are(not(assignableTo(JavaMigration.class))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..", "java.sql..", "javax.sql..", "org.postgresql..")
            .because("who looks for the statements on a table finds them in one place");

    @ArchTest
    static final ArchRule storesHaveNoEntities = noClasses()
            .that(are(stores()))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..")
            .allowEmptyShould(true)
            .because("a class writes in one of the two ways");

    @ArchTest
    static final ArchRule noSqlThroughEntities = noClasses()
            .should()
            .accessTargetWhere(describe("the mapper runs SQL", StorageRules::runsSql))
            .orShould()
            .dependOnClassesThat(describe(
                    "hold SQL for the mapper",
                    type -> NATIVE_MAPPING.matcher(type.getName()).matches()))
            .because("SQL is in stores, and locks on whole tables are TableLock's");

    /** A table that an entity is mapped to is written through the entity, so no statement may name it as its target. */
    @ArchTest
    static void oneWayToWriteToATable(JavaClasses classes) {
        oneWayToWriteToATable(classes, SOURCES);
    }

    static void oneWayToWriteToATable(JavaClasses classes, Path sources) {
        Set<String> mapped = MappedTables.of(classes);
        List<String> faults = files(sources)
                .flatMap(file -> faults(file, mapped).map(fault -> file + ": " + fault))
                .toList();
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    "SQL writes to tables that are entities', or does not tell:\n" + String.join("\n", faults));
        }
    }

    private static Stream<String> faults(Path file, Set<String> mapped) {
        String text = read(file);
        return Stream.concat(
                SqlWrites.tables(text).stream().filter(mapped::contains).map(table -> "writes to " + table),
                SqlWrites.withoutTable(text).stream().map(beginning -> "which table? " + beginning));
    }

    private static boolean runsSql(JavaAccess<?> access) {
        return NATIVE_CALL.matcher(access.getTarget().getName()).matches();
    }

    /** A store says so itself, by its annotation. */
    private static DescribedPredicate<JavaClass> stores() {
        return describe("stores", type -> outermost(type).isAnnotatedWith(STORE));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(StorageRules::outermost).orElse(type);
    }

    private static Stream<Path> files(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".sql") || file.toString().endsWith(".java"))
                    .filter(file -> !isMigration(sources.relativize(file)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In {@code java/db} or {@code resources/db}. */
    private static boolean isMigration(Path file) {
        return file.getNameCount() > 1 && file.getName(1).toString().equals(MIGRATIONS);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
