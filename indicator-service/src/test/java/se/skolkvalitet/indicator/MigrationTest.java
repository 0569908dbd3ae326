package se.skolkvalitet.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What becomes of a database of an earlier version: of what it holds, and of what nobody had told it. */
@QuarkusTest
@WithTestResource(value = DatabaseBeforeMemberships.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class MigrationTest {
    @Inject
    Jdbi jdbi;

    @Test
    void anOpenUnitBelongsToItsOrganiserSinceNobodyKnowsWhenAndAClosedOneToNobody() {
        List<String> memberships = jdbi.withHandle(
                handle -> handle.createQuery("select concat_ws(' ', unit, organiser, valid) from membership")
                        .mapTo(String.class)
                        .list());

        assertThat(memberships)
                .containsExactly(DatabaseBeforeMemberships.OPEN + " " + DatabaseBeforeMemberships.ORGANISER + " (,)");
    }

    @Test
    void nobodyHasToldItsGradesNorOfWhichCountiesTheRegisterHasAllUnits() {
        List<Long> rows = jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from unit_grades union all select count(*) from county")
                        .mapTo(Long.class)
                        .list());

        assertThat(rows).containsExactly(0L, 0L);
    }

    @Test
    void anImportHasTheLicenceOfItsSourceAndIsNotComplete() {
        List<String> imports = jdbi.withHandle(
                handle -> handle.createQuery("select concat_ws(' ', mode, complete, licence) from statistics_import")
                        .mapTo(String.class)
                        .list());

        assertThat(imports).containsExactly("lenient f CC0-1.0");
    }
}
