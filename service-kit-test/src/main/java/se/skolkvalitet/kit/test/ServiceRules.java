package se.skolkvalitet.kit.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The dependency rules that every service keeps; its ArchitectureTest includes them. */
public final class ServiceRules {
    /** Names of classes that connect rules to the outside; everything else is a rule or a record of the domain. */
    private static final String EDGE =
            ".*(Resource|Store|Job|Events|Producer|Config|Client|Filter|Import|Startup|Readiness)(\\$.*)?";

    private ServiceRules() {}

    @ArchTest
    static final ArchRule rulesKnowNoFramework = noClasses()
            .that()
            .haveNameNotMatching(EDGE)
            .and()
            .resideOutsideOfPackages("..client..", "se.skolkvalitet.kit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "jakarta.ws.rs..",
                    "jakarta.enterprise..",
                    "org.jdbi..",
                    "java.sql..",
                    "javax.sql..",
                    "org.apache.kafka..",
                    "io.smallrye..")
            .because("rules are plain Java, tested without a container");

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("se.skolkvalitet.*.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyPrints = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("an operator reads the log");
}
