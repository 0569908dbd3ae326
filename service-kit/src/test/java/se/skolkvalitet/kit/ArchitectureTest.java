package se.skolkvalitet.kit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeJars;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.postgresql.util.ServerErrorMessage;
import se.skolkvalitet.kit.db.Store;

@AnalyzeClasses(
        packages = "se.skolkvalitet.kit",
        importOptions = {DoNotIncludeTests.class, DoNotIncludeJars.class})
class ArchitectureTest {
    /**
     * What the driver tells of a fault may be read everywhere. The two that are named are no beans: each works for one relay
     * or one import, on that one's session.
     */
    @ArchTest
    static final ArchRule SQL_ONLY_IN_STORES = noClasses()
            .that()
            .areNotAnnotatedWith(Store.class)
            .and()
            .resideOutsideOfPackage("se.skolkvalitet.kit.db")
            .and()
            .doNotHaveFullyQualifiedName("se.skolkvalitet.kit.events.RelayStore")
            .and()
            .doNotHaveFullyQualifiedName("se.skolkvalitet.kit.imports.StagedFaultStore")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.jdbi..", "java.sql..", "javax.sql..", "org.postgresql..")
                    .and(not(assignableTo(Throwable.class)))
                    .and(not(type(ServerErrorMessage.class))))
            .because("who looks for the statements on a table finds them in one place");
}
