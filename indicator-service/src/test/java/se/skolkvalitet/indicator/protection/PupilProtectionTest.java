package se.skolkvalitet.indicator.protection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.indicator.protection.MadeUpCountry.Unit;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** What can be worked out of few by all that is told of a release. All figures are made up. */
@QuarkusTest
class PupilProtectionTest {
    private static final String OPEN = "&licence=CC0-1.0";
    private static final LongUnaryOperator MORE = together -> together + 7;
    private static final LongUnaryOperator FEW = together -> 3;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void edition() throws IOException {
        MadeUpReleases.edition(jdbi);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nobodyFindsOutFew(long seed) {
        MadeUpCountry country = published(seed, "");

        assertThat(new Attack().with(country, MadeUpReleases.told()).foundOut()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anOrganiserFindsOutNoneOfOthers(long seed) {
        MadeUpCountry country = published(seed, "");
        Set<Attack.Told> told = MadeUpReleases.told();

        Set<String> organisers = country.units().stream().map(Unit::organiser).collect(Collectors.toSet());

        assertThat(organisers).allSatisfy(organiser -> assertThat(
                        new Attack().with(country, told).foundOutBy(organiser))
                .isEmpty());
    }

    /** Who knows what is whole and not below zero, and has linear programming. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nobodyIsCertainOfFew(long seed) {
        MadeUpCountry country = published(MadeUpCountry.of(seed).withAllPassed(seed), "");

        assertThat(new LinearAttack("").with(country, MadeUpReleases.told()).foundOut())
                .isEmpty();
    }

    /** Who knows as well which counts are hidden, and that all others are none or more than four; but of those that are told by that alone. */
    @ParameterizedTest
    @ValueSource(longs = {1, 3})
    void nobodyIsCertainOfFewWhoKnowsTheRule(long seed) {
        MadeUpCountry country = published(MadeUpCountry.of(seed).withAllPassed(seed), "");

        assertThat(LinearAttack.byTheWholeRule()
                        .with(country, MadeUpReleases.told())
                        .foundOut())
                .isSubsetOf(
                        LinearAttack.byTheWholeRule().with(country, Set.of()).foundOut());
    }

    /** But of those of whom there are not more than four, as everybody knows, where four are its own. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void noOrganiserIsCertainOfFewOfOthers(long seed) {
        MadeUpCountry country = published(MadeUpCountry.of(seed).withAllPassed(seed), "");
        Set<Attack.Told> told = MadeUpReleases.told();

        Set<String> organisers = country.units().stream().map(Unit::organiser).collect(Collectors.toSet());

        assertThat(organisers).allSatisfy(organiser -> assertThat(
                        new LinearAttack(organiser).with(country, told).foundOut())
                .isSubsetOf(LinearAttack.byTheRuleAlone(organiser)
                        .with(country, Set.of())
                        .foundOut()));
    }

    /** Where all pupils have passed, all girls have. */
    @Test
    void whereNoWidthIsAskedSomebodyIsCertainOfFew() {
        MadeUpReleases.width(jdbi, 0);

        assertThat(LongStream.of(1, 2, 3).boxed().flatMap(seed -> {
                    MadeUpCountry country = published(MadeUpCountry.of(seed).withAllPassed(seed), "");
                    return new LinearAttack("").with(country, MadeUpReleases.told()).foundOut().stream();
                }))
                .isNotEmpty();
    }

    /** Who knows the rule finds more than by the rule alone. */
    @Test
    void whereNoWidthIsAskedWhoKnowsTheRuleIsCertainOfFew() {
        MadeUpReleases.width(jdbi, 0);

        assertThat(LongStream.of(1, 3).boxed().flatMap(seed -> {
                    MadeUpCountry country = published(MadeUpCountry.of(seed).withAllPassed(seed), "");
                    Set<String> found = LinearAttack.byTheWholeRule()
                            .with(country, MadeUpReleases.told())
                            .foundOut();
                    found.removeAll(LinearAttack.byTheWholeRule()
                            .with(country, Set.of())
                            .foundOut());
                    return found.stream();
                }))
                .isNotEmpty();
    }

    /** As if nobody had figures of his own: the register says that one organiser has all units. */
    @Test
    void whereOrganisersAreNotKnownSomeAreCertainOfFewOfOthers() {
        MadeUpCountry country = MadeUpCountry.of(1).withAllPassed(1);
        published(country.ofOneOrganiser(), "");
        Set<Attack.Told> told = MadeUpReleases.told();

        assertThat(country.units().stream().map(Unit::organiser).distinct().flatMap(organiser -> {
                    Set<String> found =
                            new LinearAttack(organiser).with(country, told).foundOut();
                    found.removeAll(LinearAttack.byTheRuleAlone(organiser)
                            .with(country, Set.of())
                            .foundOut());
                    return found.stream();
                }))
                .isNotEmpty();
    }

    /** The same values without those that are withheld for others tell few, so that the tests above would see it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsWithheldForOthersWouldTellThem(long seed) {
        MadeUpCountry country = published(seed, "");
        Set<Attack.Told> told = MadeUpReleases.told();
        MadeUpReleases.values()
                .filter(value -> "others".equals(value.get("reason")))
                .flatMap(Attack::toldBy)
                .forEach(told::add);

        assertThat(new Attack().with(country, told).foundOut()).isNotEmpty();
    }

    /** Beside the source's own figure of a municipality, what its units have together would tell of them. */
    @Test
    void whatTheUnitsHaveTogetherIsNotToldBesideTheSourcesOwnFigure() {
        MadeUpCountry country = MadeUpCountry.of(1);
        country.register(jdbi);
        MadeUpReleases.imported(country.statistics(), "");
        MadeUpReleases.imported(ofMunicipalities(country, MORE), OPEN);
        ThreeUnits.released();

        assertThat(ofMunicipalities("PUPILS"))
                .isNotEmpty()
                .allMatch(value -> value.get("value") != null && value.get("estimate") == null);
        Set<String> municipalities =
                country.units().stream().map(Unit::municipality).collect(Collectors.toSet());
        Set<Attack.Told> ofUnits = MadeUpReleases.told().stream()
                .filter(told -> !municipalities.contains(told.area()))
                .collect(Collectors.toSet());
        assertThat(new Attack().with(country, ofUnits).foundOut()).isEmpty();
    }

    @Test
    void itIsWhereTheFiguresOfUnitsArePublished() {
        MadeUpCountry country = MadeUpCountry.of(1);
        country.register(jdbi);
        MadeUpReleases.imported(country.statistics(), OPEN);
        MadeUpReleases.imported(ofMunicipalities(country, MORE), OPEN);
        ThreeUnits.released();

        assertThat(ofMunicipalities("PUPILS")).isNotEmpty().allMatch(value -> value.get("estimate") != null);
    }

    /** However many its units have together. */
    @Test
    void theSourcesOwnFigureOfFewIsNotToldWhereTheSourceDoesNotPublishIt() {
        MadeUpCountry country = MadeUpCountry.of(1);
        country.register(jdbi);
        MadeUpReleases.imported(country.statistics(), "");
        MadeUpReleases.imported(ofMunicipalities(country, FEW), "");
        ThreeUnits.released();

        assertThat(ofMunicipalities("PUPILS").filter(value -> !value.get("sex").equals("T")))
                .isNotEmpty()
                .allMatch(value ->
                        value.get("value") == null && value.get("reason").equals("few"));
    }

    private static Stream<Map<String, Object>> ofMunicipalities(String indicator) {
        return MadeUpReleases.values()
                .filter(value -> value.get("level").equals("municipality"))
                .filter(value -> value.get("indicator").equals(indicator));
    }

    /** What their source tells of them. */
    private static String ofMunicipalities(MadeUpCountry country, LongUnaryOperator own) {
        StringBuilder csv = new StringBuilder(MadeUpCountry.HEADER);
        country.units().stream().map(Unit::municipality).distinct().forEach(municipality -> {
            for (String measure : List.of(Attack.PASSED, Attack.PUPILS)) {
                long girls = own.applyAsLong(new Attack.Told(measure, municipality, "F").value(country));
                long boys = own.applyAsLong(new Attack.Told(measure, municipality, "M").value(country));
                Map.of("F", girls, "M", boys, "T", girls + boys)
                        .forEach((sex, count) -> csv.append("%s,municipality,%s,%s,grundskola,%s,%d%n"
                                .formatted(measure, municipality, MadeUpCountry.PERIOD, sex, count)));
            }
        });
        return csv.toString();
    }

    /** Whoever wants them reads them at their source. */
    @Test
    void figuresThatTheirSourcePublishesAreNotWithheldForOthers() {
        published(1, OPEN);

        assertThat(MadeUpReleases.values().map(value -> value.get("reason")))
                .contains("few")
                .doesNotContain("others");
    }

    @Test
    void mostIsToldNevertheless() {
        published(1, "");

        List<Map<String, Object>> ofTheNation = MadeUpReleases.values()
                .filter(value ->
                        value.get("level").equals("nation") && value.get("sex").equals("T"))
                .toList();

        assertThat(ofTheNation).isNotEmpty().allMatch(value -> value.get("value") != null);
        assertThat(MadeUpReleases.values()
                        .filter(value -> "withheld".equals(value.get("status")))
                        .count())
                .isLessThan(MadeUpReleases.values().count() / 2);
    }

    @ParameterizedTest
    @CsvSource({"PASSED,2", "MERIT,3", "MERIT,5"})
    void whereAValueComesFromLeavesOutWhatIsWithheld(String indicator, long seed) {
        MadeUpCountry country = published(seed, "");
        Set<Attack.Told> told = MadeUpReleases.told();

        List<Map<String, Object>> items = sources(indicator, MadeUpCountry.PERIOD);
        items.stream()
                .filter(item -> item.get("value") != null)
                .forEach(item -> told.add(new Attack.Told(
                        (String) item.get("measure"), (String) item.get("unit"), (String) item.get("sex"))));

        assertThat(items).anyMatch(item -> "withheld".equals(item.get("status")));
        assertThat(items).anyMatch(item -> item.get("value") != null);
        assertThat(new Attack().with(country, told).foundOut()).isEmpty();
    }

    /** Girls are all but boys. */
    @ParameterizedTest
    @ValueSource(longs = {3, 5})
    void noWeightOfASmallGroupIsToldByThatOfAllAndOfTheOthers(long seed) {
        MadeUpCountry country = MadeUpCountry.of(seed);
        country.register(jdbi);
        // Of some units nothing is told of girls.
        MadeUpReleases.imported(
                country.statistics().replaceAll("(?m)^gr.pupils,school-unit,1000000[0-7],.*,F,.*\n", ""), "");
        ThreeUnits.released();

        Map<String, Map<String, Float>> byUnit = new TreeMap<>();
        for (String sex : List.of("T", "F", "M")) {
            sources("MERIT", MadeUpCountry.PERIOD, sex).stream()
                    .filter(item -> item.get("measure").equals(Attack.PUPILS) && item.get("value") != null)
                    .forEach(item -> byUnit.computeIfAbsent((String) item.get("unit"), none -> new TreeMap<>())
                            .put(sex, ((Number) item.get("value")).floatValue()));
        }

        assertThat(byUnit.values()).anyMatch(told -> told.size() == 3).allSatisfy(told -> {
            assertThat(told.values()).allMatch(weight -> weight >= 10);
            if (told.size() == 2 && told.containsKey("T")) {
                float others = told.get("T") - told.getOrDefault("F", told.get("M"));
                assertThat(others).matches(weight -> weight == 0 || weight >= 10);
            }
        });
    }

    private static List<Map<String, Object>> sources(String indicator, String period) {
        return sources(indicator, period, "T");
    }

    /** Of the nation. */
    private static List<Map<String, Object>> sources(String indicator, String period, String sex) {
        String nation = MadeUpReleases.values()
                .filter(value -> value.get("level").equals("nation")
                        && value.get("sex").equals(sex)
                        && value.get("period").equals(period)
                        && value.get("indicator").equals(indicator))
                .map(value -> (String) value.get("id"))
                .findFirst()
                .orElseThrow();
        return given().get("/v1/values/{id}/provenance?limit=1000", nation)
                .jsonPath()
                .getList("items");
    }

    /** What was withheld of the period that is taken over is withheld still, and nothing else. */
    @Test
    void whatIsTakenOverIsWithheldAsItWas() {
        published(2, "");
        List<String> before = inPeriod(MadeUpCountry.PERIOD);
        List<Map<String, Object>> sourcesBefore = sources("PASSED", MadeUpCountry.PERIOD);
        MadeUpReleases.imported(MadeUpCountry.of(2).passed("2023/24"), "");

        JsonPath calculated = ThreeUnits.calculated();
        ThreeUnits.released(calculated.getLong("report.number"));

        // Merit ratings are weighed by how many pupils there were last.
        assertThat(calculated.getLong("report.takenOver.values"))
                .isEqualTo(before.stream()
                        .filter(value -> !value.contains("MERIT"))
                        .count());
        assertThat(inPeriod(MadeUpCountry.PERIOD)).isEqualTo(before);
        assertThat(sources("PASSED", MadeUpCountry.PERIOD)).isEqualTo(sourcesBefore);
        assertThat(inPeriod("2023/24")).anyMatch(value -> value.contains("others"));
    }

    /** A figure that is corrected changes what has to be withheld of others, of which no figure is. */
    @Test
    void whatIsWithheldTogetherIsMadeAnewTogether() {
        MadeUpCountry country = published(2, "");
        String corrected = country.statistics()
                .lines()
                .filter(line -> line.startsWith("gr.passed,school-unit,10000000") && line.contains(",F,"))
                .map(line -> line.substring(0, line.lastIndexOf(',') + 1) + "2")
                .findFirst()
                .orElseThrow();
        MadeUpReleases.imported(MadeUpCountry.HEADER + corrected + "\n", "");

        JsonPath calculated = ThreeUnits.calculated();

        // Merit ratings have no part in it.
        assertThat(calculated.getLong("report.takenOver.values"))
                .isEqualTo(MadeUpReleases.values()
                        .filter(value -> value.get("indicator").equals("MERIT"))
                        .count());
    }

    @Test
    void figuresThatAreTheSameMayBePublishedNow() {
        MadeUpCountry country = published(1, "");
        MadeUpReleases.imported(country.statistics(), OPEN);

        ThreeUnits.released();

        assertThat(MadeUpReleases.values().map(value -> value.get("reason")))
                .contains("few")
                .doesNotContain("others");
    }

    private static List<String> inPeriod(String period) {
        return MadeUpReleases.values()
                .filter(value -> value.get("period").equals(period))
                .map(value -> {
                    Map<String, Object> same = new TreeMap<>(value);
                    same.keySet().removeAll(Set.of("id", "release"));
                    return same.toString();
                })
                .toList();
    }

    @Test
    void itIsToldThatAValueIsWithheldForOthers() {
        published(1, "");
        String withheld = MadeUpReleases.values()
                .filter(value -> "others".equals(value.get("reason")))
                .map(value -> (String) value.get("id"))
                .findFirst()
                .orElseThrow();

        JsonPath provenance =
                given().get("/v1/values/{id}/provenance", withheld).jsonPath();

        assertThat(provenance.getString("value.status")).isEqualTo("withheld");
        assertThat(provenance.getString("value.value")).isNull();
        assertThat(provenance.getString("explanation")).contains("work out what is withheld of others");
    }

    @Test
    void theReleaseTellsHowMuchIsWithheldAndWhy() {
        published(1, "");

        JsonPath disclosure = given().get("/v1/releases/latest/disclosure").jsonPath();

        List<Map<String, Object>> levels = disclosure.getList("levels");
        assertThat(levels)
                .extracting(level -> level.get("level"))
                .containsExactly("school-unit", "organiser", "municipality", "county", "nation");
        assertThat(sum(levels, "few")).isPositive();
        assertThat(sum(levels, "others"))
                .isEqualTo(disclosure.getLong("counts.secondary"))
                .isPositive();
        assertThat(sum(levels, "figures")).isLessThanOrEqualTo(disclosure.getLong("counts.cells"));
        assertThat(disclosure.getLong("counts.costAtLeast")).isBetween(1L, disclosure.getLong("counts.cost"));
        assertThat(disclosure.getLong("counts.told")).isZero();
        assertThat(disclosure.getList("items.name"))
                .anySatisfy(name -> assertThat(name).isEqualTo("gr.passed grundskola, gr.pupils grundskola"));
        assertThat(disclosure.getList("items.period")).containsOnly(MadeUpCountry.PERIOD);
    }

    /** Of counts tables show how uncertain they are; of means nothing is asked but equations. */
    @Test
    void theReleaseTellsOfHowManyNothingIsProvenButByEquations() {
        published(1, "");

        JsonPath disclosure = given().get("/v1/releases/latest/disclosure").jsonPath();

        assertThat(disclosure.getInt("items.find { it.name.contains('gr.passed') }.counts.byEquations"))
                .isZero();
        assertThat(disclosure.getInt("items.find { it.name.contains('gr.merit') }.counts.byEquations"))
                .isPositive()
                .isEqualTo(disclosure.getInt("counts.byEquations"));
    }

    private static long sum(List<Map<String, Object>> levels, String number) {
        return levels.stream()
                .mapToLong(level -> ((Number) level.get(number)).longValue())
                .sum();
    }

    /** Merit ratings times how many pupils there are, beside the ratings, are how many pupils there are. */
    @Test
    void noProofTellsWeightsThatTheirSourceDoesNotPublish() {
        published(1, "");

        Map<String, Object> ofMeans = given().get("/v1/releases/latest/disclosure")
                .jsonPath()
                .getMap("items.find { it.name.contains('gr.merit') }");

        assertThat(ofMeans).doesNotContainKey("proof");
    }

    @Test
    void ofFiguresThatSourcesPublishNothingIsProtected() {
        published(1, OPEN);

        JsonPath disclosure = given().get("/v1/releases/latest/disclosure").jsonPath();

        assertThat(disclosure.getList("items")).isEmpty();
        assertThat(disclosure.getLong("counts.cells")).isZero();
    }

    private MadeUpCountry published(long seed, String licence) {
        return published(MadeUpCountry.of(seed), licence);
    }

    private MadeUpCountry published(MadeUpCountry country, String licence) {
        country.register(jdbi);
        MadeUpReleases.imported(country.statistics(), licence);
        ThreeUnits.released();
        return country;
    }
}
