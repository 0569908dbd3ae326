package se.skolkvalitet.kit.test;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The dependency rules that every service keeps; its ArchitectureTest includes them. */
public final class ServiceRules {
    private static final List<String> EDGE_ANNOTATIONS = List.of(
            "io.smallrye.config.ConfigMapping",
            "jakarta.enterprise.context.ApplicationScoped",
            "jakarta.inject.Singleton",
            "jakarta.persistence.Embeddable",
            "jakarta.persistence.Entity",
            "jakarta.persistence.MappedSuperclass",
            "jakarta.ws.rs.Path",
            "jakarta.ws.rs.ext.Provider",
            "se.skolkvalitet.kit.db.Store");

    private static final List<String> EDGE_TYPES =
            List.of("org.flywaydb.core.api.migration.JavaMigration", "org.hibernate.boot.model.TypeContributor");

    private ServiceRules() {}

    @ArchTest
    static final ArchTests STORAGE = ArchTests.in(StorageRules.class);

    @ArchTest
    static final ArchRule rulesKnowNoFramework = noClasses()
            .that(are(not(edges())))
            .and()
            .resideOutsideOfPackages("..client..")
            .should()
            .dependOnClassesThat(are(frameworks()))
            .because("rules are plain Java, tested without a container");

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("se.skolkvalitet.*.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule enumerationsAreTerms = classes()
            .that()
            .areEnums()
            .and()
            .resideOutsideOfPackages("..client..")
            .should()
            .implement("se.skolkvalitet.kit.text.Term")
            .because("the contract lists them, and JSON, parameters and columns hold them, in one form");

    @ArchTest
    static final ArchRule nobodyPrints = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("an operator reads the log");

    /**
     * What the container makes or the database fills: it says so itself by an annotation, or by what it extends. All
     * else is a rule or a record of the domain.
     */
    private static DescribedPredicate<JavaClass> edges() {
        return new DescribedPredicate<>("at the edge") {
            @Override
            public boolean test(JavaClass type) {
                return EDGE_ANNOTATIONS.stream().anyMatch(type::isAnnotatedWith)
                        || EDGE_TYPES.stream().anyMatch(type::isAssignableTo)
                        || type.getEnclosingClass().filter(this::test).isPresent();
            }
        };
    }

    /** The name of a query parameter beside its field connects nothing; the rest of these packages does. */
    private static DescribedPredicate<JavaClass> frameworks() {
        return resideInAnyPackage(
                        "io.quarkus..",
                        "io.smallrye..",
                        "jakarta.enterprise..",
                        "jakarta.persistence..",
                        "jakarta.ws.rs..",
                        "java.sql..",
                        "javax.sql..",
                        "org.apache.kafka..",
                        "org.hibernate..",
                        "org.jdbi..")
                .and(not(name("jakarta.ws.rs.QueryParam")))
                .and(not(name("jakarta.ws.rs.DefaultValue")));
    }
}
