package se.skolkvalitet.indicator.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.protection.MadeUpCountry.Unit;

/**
 * Made-up countries in which some units have no figure, among them all that have few, and the source has figures of its own of all areas of some
 * levels: what is told of them tells nobody of few.
 */
class LeftToUnitsTest {
    private static final int COUNTRIES = 15;
    private static final double WITHOUT = 0.2;
    private static final double OWN = 0.7;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, COUNTRIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nobodyFindsItOut(int seed) {
        Random random = new Random(seed);
        MadeUpCountry country = MadeUpCountry.of(seed);
        Set<String> without = without(country, random);
        Set<Level> own = some(MadeUpFigures.LEVELS, OWN, random);

        assertNobodyFindsOut(
                country,
                new MadeUpFigures(
                        country, (unit, step) -> without.contains(unit), (level, step) -> own.contains(level)));
    }

    /** Of girls and boys nothing is told of these units, and of areas not always. */
    @ParameterizedTest
    @MethodSource("seeds")
    void notWhereOnlyAllOfThemAreTold(int seed) {
        Random random = new Random(seed);
        MadeUpCountry country = MadeUpCountry.of(seed);
        Set<String> without = without(country, random);
        Set<String> ofAll = some(without, OWN, random);
        ofAll.removeIf(unit -> hasFewOfAll(unit, country));
        Set<Level> own = some(MadeUpFigures.LEVELS, OWN, random);
        Set<Level> ownOfAll = some(own, WITHOUT, random);

        assertNobodyFindsOut(
                country,
                new MadeUpFigures(
                        country,
                        (unit, step) ->
                                without.contains(unit) && !(MadeUpFigures.isOfAll(step) && ofAll.contains(unit)),
                        (level, step) ->
                                own.contains(level) && (MadeUpFigures.isOfAll(step) || !ownOfAll.contains(level))));
    }

    private static Set<String> without(MadeUpCountry country, Random random) {
        return country.units().stream()
                .filter(unit -> hasFew(unit, country) || random.nextDouble() < WITHOUT)
                .map(Unit::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** In their order, so that it is the same of each run. */
    private static <T extends Comparable<T>> Set<T> some(Collection<T> all, double share, Random random) {
        return all.stream().filter(one -> random.nextDouble() < share).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean hasFewOfAll(String unit, MadeUpCountry country) {
        return Attack.few(unit, "T", country).findAny().isPresent();
    }

    private static void assertNobodyFindsOut(MadeUpCountry country, MadeUpFigures figures) {
        Set<Attack.Told> told = figures.told(figures.together().protect());

        assertThat(told).isNotEmpty();
        assertThat(new Attack().with(country, told).foundOut()).isEmpty();
    }

    private static boolean hasFew(Unit unit, MadeUpCountry country) {
        return Attack.SEXES.stream()
                .anyMatch(sex -> Attack.few(unit.code(), sex, country).findAny().isPresent());
    }
}
