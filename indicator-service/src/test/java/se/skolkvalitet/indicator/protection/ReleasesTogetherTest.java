package se.skolkvalitet.indicator.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.indicator.protection.MadeUpCountry.Unit;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** What can be worked out of few by two releases, the second of which corrects figures of the first. All figures are made up. */
@QuarkusTest
class ReleasesTogetherTest {
    @Inject
    Jdbi jdbi;

    @BeforeEach
    void edition() throws IOException {
        MadeUpReleases.edition(jdbi);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aLaterReleaseTellsNothingTogetherWithAnEarlierOne(long seed) {
        MadeUpCountry before = MadeUpCountry.of(seed);
        MadeUpCountry after = before.corrected(seed);
        Set<Attack.Told> toldBefore = published(before);

        Set<Attack.Told> toldAfter = corrected(after);

        assertThat(new Attack().with(before, toldBefore).with(after, toldAfter).foundOut())
                .isEmpty();
        Set<String> organisers = before.units().stream().map(Unit::organiser).collect(Collectors.toSet());
        assertThat(organisers).allSatisfy(organiser -> assertThat(new Attack()
                        .with(before, toldBefore)
                        .with(after, toldAfter)
                        .foundOutBy(organiser))
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void threeReleasesTellNothingTogether(long seed) {
        MadeUpCountry first = MadeUpCountry.of(seed).withAllPassed(seed);
        MadeUpCountry second = first.corrected(seed);
        MadeUpCountry third = second.corrected(seed + 1);
        Set<Attack.Told> toldFirst = published(first);
        Set<Attack.Told> toldSecond = corrected(second);

        Set<Attack.Told> toldThird = corrected(third);

        assertThat(new Attack()
                        .with(first, toldFirst)
                        .with(second, toldSecond)
                        .with(third, toldThird)
                        .foundOut())
                .isEmpty();
        assertThat(new LinearAttack("")
                        .with(first, toldFirst)
                        .with(second, toldSecond)
                        .with(third, toldThird)
                        .foundOut())
                .isEmpty();
    }

    /** In whole numbers, too. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aLaterReleaseMakesNobodyCertainTogetherWithAnEarlierOne(long seed) {
        MadeUpCountry before = MadeUpCountry.of(seed).withAllPassed(seed);
        MadeUpCountry after = before.corrected(seed);
        Set<Attack.Told> toldBefore = published(before);

        Set<Attack.Told> toldAfter = corrected(after);

        assertThat(new LinearAttack("")
                        .with(before, toldBefore)
                        .with(after, toldAfter)
                        .foundOut())
                .isEmpty();
    }

    /** But of those of whom there are not more than four, as everybody knows, where four are its own. */
    @ParameterizedTest
    @ValueSource(longs = {2, 3})
    void aLaterReleaseMakesNoOrganiserCertainOfOthers(long seed) {
        MadeUpCountry before = MadeUpCountry.of(seed).withAllPassed(seed);
        MadeUpCountry after = before.corrected(seed);
        Set<Attack.Told> toldBefore = published(before);

        Set<Attack.Told> toldAfter = corrected(after);

        Set<String> organisers = before.units().stream().map(Unit::organiser).collect(Collectors.toSet());
        assertThat(organisers).allSatisfy(organiser -> assertThat(new LinearAttack(organiser)
                        .with(before, toldBefore)
                        .with(after, toldAfter)
                        .foundOut())
                .isSubsetOf(LinearAttack.byTheRuleAlone(organiser)
                        .with(before, Set.of())
                        .with(after, Set.of())
                        .foundOut()));
    }

    /** Of each release for itself nobody is. */
    @Test
    void whoseEarlierReleasesAreForgottenMakesSomebodyCertain() {
        MadeUpCountry before = MadeUpCountry.of(2).withAllPassed(2);
        MadeUpCountry after = before.corrected(2);
        Set<Attack.Told> toldBefore = published(before);
        jdbi.useHandle(handle -> handle.execute("update protected_table set sums = '{}'"));

        Set<Attack.Told> toldAfter = corrected(after);

        assertThat(new LinearAttack("").with(after, toldAfter).foundOut()).isEmpty();
        assertThat(new LinearAttack("")
                        .with(before, toldBefore)
                        .with(after, toldAfter)
                        .foundOut())
                .isNotEmpty();
    }

    /** So that the test above would see it. */
    @Test
    void whoseEarlierReleasesAreForgottenTellsFew() {
        MadeUpCountry before = MadeUpCountry.of(2);
        MadeUpCountry after = before.corrected(2);
        Set<Attack.Told> toldBefore = published(before);
        jdbi.useHandle(handle -> handle.execute("update protected_table set sums = '{}'"));

        Set<Attack.Told> toldAfter = corrected(after);

        assertThat(new Attack().with(before, toldBefore).with(after, toldAfter).foundOut())
                .isNotEmpty();
    }

    @Test
    void whatHasBeenPublishedOnceIsNotWithheldForOthersWhereItIsTheSame() {
        MadeUpCountry before = MadeUpCountry.of(1);
        Set<Attack.Told> toldBefore = published(before);

        Set<Attack.Told> toldAfter = corrected(before.corrected(1));

        // But for what is of few now.
        Set<Attack.Told> gone =
                toldBefore.stream().filter(one -> !toldAfter.contains(one)).collect(Collectors.toSet());
        assertThat(gone.size()).isLessThan(toldBefore.size() / 10);
    }

    /** What each of the two withholds may be told by what the other tells. */
    @Test
    void ofTwoCalculationsOneIsMadeAgainAfterTheOtherIsPublished() {
        MadeUpCountry before = MadeUpCountry.of(1);
        before.register(jdbi);
        MadeUpReleases.imported(before.statistics(), "");
        long first = ThreeUnits.calculated().getLong("report.number");
        MadeUpReleases.imported(before.corrected(1).statistics(), "");
        long second = ThreeUnits.calculated().getLong("report.number");
        ThreeUnits.released(second);

        JsonPath refused = ThreeUnits.released(first);

        assertThat(refused.getString("state")).isEqualTo("failed");
        assertThat(refused.getString("problem")).contains("Calculate again");
    }

    @Test
    void aCalculationThatWasPublishedIsTheAnswerWhileNothingIsNew() {
        published(MadeUpCountry.of(1));

        JsonPath again = ThreeUnits.calculated();

        assertThat(again.getBoolean("report.reused")).isTrue();
    }

    private Set<Attack.Told> published(MadeUpCountry country) {
        country.register(jdbi);
        return corrected(country);
    }

    private static Set<Attack.Told> corrected(MadeUpCountry country) {
        MadeUpReleases.imported(country.statistics(), "");
        assertThat(ThreeUnits.released().getString("state")).isEqualTo("completed");
        return MadeUpReleases.told();
    }
}
