package se.skolkvalitet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import se.skolkvalitet.certificate.Certificate;
import se.skolkvalitet.certificate.Checker;

class CountryTest {
    private static final int UNITS = 1300;
    private static final int MUNICIPALITIES = 290;
    private static final int TRIES = 10;
    private static final int ROUNDS = 5;

    @Test
    void provesThatATableOfAWholeCountryIsProtectedAndThatNotMuchLessWouldDo() {
        Table table = CountryTable.of(1, UNITS, MUNICIPALITIES);

        Protector.Result result = Protector.protect(table, TRIES, ROUNDS);

        assertProven(table, result);
        assertThat(result.certificate().costAtLeast())
                .isCloseTo(result.certificate().cost(), withPercentage(10));
        // What many look for is dear.
        assertThat(result.suppression().secondary(table).stream()
                        .mapToObj(cell -> table.cells().get(cell).name()))
                .noneMatch(name -> name.startsWith("n") || name.startsWith("c"));
    }

    /** Beside the equations, that nothing is below zero and what is whole. */
    @Test
    void provesThatCountsOfACountryAreUncertainInWholeNumbers() {
        Table table = CountryTable.ofWidth(1, UNITS, MUNICIPALITIES, 2);

        Protector.Result result = Protector.protect(table, TRIES, ROUNDS);

        assertProven(table, result);
        assertThat(result.certificate().parts())
                .allSatisfy(part -> assertThat(part.width()).isEqualByComparingTo("2"));
        assertThat(Suppressor.suppress(CountryTable.of(1, UNITS, MUNICIPALITIES), TRIES)
                        .cost())
                .isLessThan(result.certificate().cost());
        assertThat(result.certificate().costAtLeast())
                .isCloseTo(result.certificate().cost(), withPercentage(20));
    }

    /** Hundreds of them, most with one school. */
    @Test
    void provesThatNoOrganiserOfACountryWorksOutWhatIsOfOthers() {
        Table table = CountryTable.withOwners(1, UNITS, MUNICIPALITIES);

        Protector.Result result = Protector.protect(table, TRIES, ROUNDS);

        assertProven(table, result);
        assertThat(result.certificate().parts())
                .anySatisfy(part -> assertThat(part.owners().size()).isGreaterThan(MUNICIPALITIES));
        assertThat(result.certificate().parts().stream()
                        .flatMap(part -> part.derivations().stream())
                        .map(Certificate.Derivation::owner))
                .anyMatch(owner -> !owner.isEmpty());
    }

    private static void assertProven(Table table, Protector.Result result) {
        assertThat(result.certificate().parts()).isNotEmpty();
        assertThat(Checker.check(table.published(result.suppression().withheld()), result.certificate()))
                .isEmpty();
    }
}
