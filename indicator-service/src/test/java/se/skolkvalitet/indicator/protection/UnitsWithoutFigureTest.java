package se.skolkvalitet.indicator.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.indicator.protection.MadeUpCountry.Unit;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/**
 * A source that tells nothing of units with few pupils, and figures of its own of all areas: what is left of these are the few. All figures
 * are made up.
 */
@QuarkusTest
class UnitsWithoutFigureTest {
    @Inject
    Jdbi jdbi;

    @BeforeEach
    void edition() throws IOException {
        MadeUpReleases.edition(jdbi);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nobodyFindsOutWhatIsLeftToThem(long seed) {
        MadeUpCountry country = published(MadeUpCountry.of(seed));

        assertThat(new Attack().with(country, MadeUpReleases.told()).foundOut()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noOrganiserFindsItOutOfOthers(long seed) {
        MadeUpCountry country = published(MadeUpCountry.of(seed));
        Set<Attack.Told> told = MadeUpReleases.told();

        assertThat(organisers(country)).allSatisfy(organiser -> assertThat(
                        new Attack().with(country, told).foundOutBy(organiser))
                .isEmpty());
    }

    /** Who knows what is whole and not below zero, and has linear programming. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void nobodyIsCertainOfIt(long seed) {
        MadeUpCountry country = published(MadeUpCountry.of(seed));

        assertThat(new LinearAttack("").with(country, MadeUpReleases.told()).foundOut())
                .isEmpty();
    }

    /** All that the source tells, where it is not of few itself: so that the tests above would see it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatTheSourceTellsWouldTellIt(long seed) {
        MadeUpCountry country = published(MadeUpCountry.of(seed));
        Set<Attack.Told> told = new HashSet<>();
        for (Unit unit : country.units()) {
            unit.areas()
                    .subList(hasFew(country, unit) ? 1 : 0, MadeUpFigures.LEVELS.size())
                    .forEach(area -> Attack.SEXES.stream()
                            .filter(sex ->
                                    Attack.few(area, sex, country).findAny().isEmpty())
                            .forEach(sex -> List.of(Attack.PASSED, Attack.PUPILS)
                                    .forEach(measure -> told.add(new Attack.Told(measure, area, sex)))));
        }

        assertThat(new Attack().with(country, told).foundOut()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void mostIsToldNevertheless(long seed) {
        published(MadeUpCountry.of(seed));

        assertThat(MadeUpReleases.values()
                        .filter(value -> List.of("nation", "county").contains(value.get("level")))
                        .filter(value -> List.of("PASSED", "PUPILS").contains(value.get("indicator")))
                        .filter(value -> value.get("sex").equals("T")))
                .isNotEmpty()
                .allMatch(value -> value.get("value") != null);
    }

    private static boolean hasFew(MadeUpCountry country, Unit unit) {
        return Attack.SEXES.stream()
                .anyMatch(sex -> Attack.few(unit.code(), sex, country).findAny().isPresent());
    }

    private static Set<String> organisers(MadeUpCountry country) {
        return country.units().stream().map(Unit::organiser).collect(Collectors.toSet());
    }

    private MadeUpCountry published(MadeUpCountry country) {
        country.register(jdbi);
        MadeUpCountry told = new MadeUpCountry(
                country.units().stream().filter(unit -> !hasFew(country, unit)).toList());
        assertThat(told.units()).isNotEmpty().hasSizeLessThan(country.units().size());
        MadeUpReleases.imported(told.passed(MadeUpCountry.PERIOD), "");
        MadeUpReleases.imported(ofAreas(country), "");
        assertThat(ThreeUnits.released().getString("state")).isEqualTo("completed");
        return country;
    }

    /** What the source tells of all areas but the units. */
    private static String ofAreas(MadeUpCountry country) {
        StringBuilder csv = new StringBuilder(MadeUpCountry.HEADER);
        for (int level = 1; level < MadeUpFigures.LEVELS.size(); level++) {
            for (String area : areas(country, level)) {
                for (String sex : Attack.SEXES) {
                    for (String measure : List.of(Attack.PASSED, Attack.PUPILS)) {
                        csv.append("%s,%s,%s,%s,grundskola,%s,%d%n"
                                .formatted(
                                        measure,
                                        MadeUpFigures.LEVELS.get(level).value(),
                                        area,
                                        MadeUpCountry.PERIOD,
                                        sex,
                                        new Attack.Told(measure, area, sex).value(country)));
                    }
                }
            }
        }
        return csv.toString();
    }

    private static Set<String> areas(MadeUpCountry country, int level) {
        return country.units().stream().map(unit -> unit.areas().get(level)).collect(Collectors.toSet());
    }
}
