package se.skolkvalitet.indicator.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/**
 * Countries that differ in figures of few, and in nothing that their values tell: whatever one asks the service for, it answers the same of
 * the one as of the other. So nothing of it tells which of them is the true one: no interval, no provenance, no analysis, no change, no
 * file, no event. All figures are made up.
 */
@QuarkusTest
class NobodySeesADifferenceTest {
    /** What is withheld for others may be another choice where the true figures are others. */
    private static final int MOST_TRIED = 30;

    @Inject
    Jdbi jdbi;

    private String disclosure = "{\"leastGroup\": 10, \"leastCount\": 5, \"width\": 1}";

    @Test
    void inAllThatIsToldOfARelease() throws IOException {
        assertNobodySeesADifference(List.of(MadeUpCountry.of(2).withAllPassed(2)));
    }

    /** That a share is nearly none, or nearly all. */
    @Test
    void inAReleaseThatTellsSharesOfFewByTheirBounds() throws IOException {
        disclosure = "{\"leastGroup\": 10, \"leastCount\": 5, \"width\": 1, \"few\": \"rounded\"}";

        assertNobodySeesADifference(List.of(MadeUpCountry.of(2).withAllPassed(2)));
    }

    @Test
    void inAllThatIsToldOfAReleaseAndItsCorrection() throws IOException {
        MadeUpCountry before = MadeUpCountry.of(1).withAllPassed(1);

        assertNobodySeesADifference(List.of(before, before.corrected(1)));
    }

    /** So that the tests above would see it. */
    @Test
    void whereSourcesPublishTheFiguresAnswersOfEachSortTellThem() throws IOException {
        MadeUpCountry country = MadeUpCountry.of(1);
        MadeUpCountry other = country.with(
                (unit, measure, sex) -> Attack.count(unit, measure, sex).value().longValue() + 1 + sex);
        released(List.of(country, country.corrected(1)), "&licence=CC0-1.0");
        SortedMap<String, SortedMap<String, String>> answers = AllThatIsTold.now(jdbi);
        released(List.of(other, other.corrected(1)), "&licence=CC0-1.0");

        SortedMap<String, SortedMap<String, String>> others = AllThatIsTold.now(jdbi);

        assertThat(answers.get(AllThatIsTold.EVENTS)).containsKeys("indicator.releases", "indicator.analyses");
        assertThat(answers.keySet())
                .filteredOn(path -> !answers.get(path).equals(others.get(path)))
                .contains(
                        "/v1/analyses/{orgNumber}",
                        "/v1/releases/{id}/changes",
                        "/v1/releases/{id}/files/{name}",
                        "/v1/values",
                        "/v1/values/{id}/comparison",
                        "/v1/values/{id}/provenance");
    }

    private void assertNobodySeesADifference(List<MadeUpCountry> countries) throws IOException {
        List<Set<Attack.Told>> told = released(countries, "");
        SortedMap<String, SortedMap<String, String>> answers = AllThatIsTold.now(jdbi);
        LinearAttack attack = new LinearAttack("");
        for (int i = 0; i < countries.size(); i++) {
            attack.with(countries.get(i), told.get(i));
        }
        Iterable<List<MadeUpCountry>> others =
                others(attack, countries.get(countries.size() - 1)).limit(MOST_TRIED)::iterator;
        for (List<MadeUpCountry> other : others) {
            if (released(other, "").equals(told)) {
                assertThat(different(answers, AllThatIsTold.now(jdbi))).isEmpty();
                return;
            }
        }
        throw new AssertionError("Of no other country the same is withheld");
    }

    /** Those that differ in what a unit has of few. */
    private static Stream<List<MadeUpCountry>> others(LinearAttack attack, MadeUpCountry newest) {
        return newest.units().stream()
                .flatMap(unit -> Attack.SEXES.stream().flatMap(sex -> Attack.few(unit.code(), sex, newest)))
                .filter(sum -> sum.keySet().stream().noneMatch(LinearAttack::isOfMerit))
                .flatMap(sum -> Stream.of(true, false).map(more -> attack.others(sum, more)))
                .flatMap(Optional::stream);
    }

    /** The addresses of which it is. */
    private static Set<String> different(
            Map<String, SortedMap<String, String>> answers, Map<String, SortedMap<String, String>> others) {
        Set<String> different = new TreeSet<>();
        answers.forEach((path, ofIt) -> {
            Stream.of(ofIt, others.get(path))
                    .flatMap(some -> some.keySet().stream())
                    .filter(address -> !String.valueOf(ofIt.get(address))
                            .equals(others.get(path).get(address)))
                    .forEach(different::add);
        });
        return different;
    }

    /** What is not withheld of them, of one after the other. */
    private List<Set<Attack.Told>> released(List<MadeUpCountry> countries, String licence) throws IOException {
        ThreeUnits.registerWith(jdbi, NobodySeesADifferenceTest.class.getResource("edition-of-counts.json"));
        MadeUpReleases.disclosure(jdbi, disclosure);
        countries.get(0).register(jdbi);
        List<Set<Attack.Told>> told = new ArrayList<>();
        for (MadeUpCountry country : countries) {
            MadeUpReleases.imported(country.passed(MadeUpCountry.PERIOD), licence);
            assertThat(ThreeUnits.released().getString("state")).isEqualTo("completed");
            told.add(told(country));
        }
        return told;
    }

    /** Also where no value tells it: where a share is withheld, its part may be, or its whole. */
    private Set<Attack.Told> told(MadeUpCountry country) {
        Set<Attack.Told> withheld = jdbi.withHandle(handle -> handle.createQuery("""
                        select measure, area, sex
                        from withheld_figure
                        join calculated_protection using (protected_table)
                        where calculation = (select max(number) from calculation)
                        """)
                .map((row, context) ->
                        new Attack.Told(row.getString("measure"), row.getString("area"), row.getString("sex")))
                .set());
        return country.units().stream()
                .flatMap(unit -> unit.areas().stream())
                .flatMap(area -> Attack.SEXES.stream().flatMap(sex -> Stream.of(Attack.PASSED, Attack.PUPILS)
                        .map(measure -> new Attack.Told(measure, area, sex))))
                .filter(figure -> !withheld.contains(figure))
                .collect(Collectors.toSet());
    }
}
