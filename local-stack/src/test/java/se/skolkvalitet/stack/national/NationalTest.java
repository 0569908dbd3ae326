package se.skolkvalitet.stack.national;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every seed, looked at for one. */
@TestInstance(Lifecycle.PER_CLASS)
class NationalTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long SEED = 7;
    private static final NationalSize SIZE = new NationalSize(SEED, 3, NationalSize.MOST_MEASURES);

    /** What may stand as the value of each kind of figure. */
    private static final Map<String, String> VALUES = Map.of(
            "EXISTS", "\\d+,\\d|cirka \\d+0",
            "MISSING", "\\.",
            "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS", "\\.\\.",
            "TEACHERS_EXCLUDED_DUE_TO_NO_REQUIRED_LEGITIMATION", "\\*",
            "ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE", "~100");

    @TempDir
    static Path folder;

    private List<JsonNode> units;
    private List<JsonNode> statistics;

    @BeforeAll
    void write() throws IOException {
        National.write(folder.resolve("it"), SIZE);
        units = read("it/school-units.ndjson");
        statistics = read("it/statistics-gr.ndjson");
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() {
        National.write(folder.resolve("again"), SIZE);
        National.write(folder.resolve("other"), new NationalSize(SEED + 1, SIZE.periods(), SIZE.measures()));

        assertThat(isTheSame("again/school-units.ndjson", "it/school-units.ndjson"))
                .isTrue();
        assertThat(isTheSame("again/statistics-gr.ndjson", "it/statistics-gr.ndjson"))
                .isTrue();
        assertThat(isTheSame("other/school-units.ndjson", "it/school-units.ndjson"))
                .isFalse();
        assertThat(isTheSame("other/statistics-gr.ndjson", "it/statistics-gr.ndjson"))
                .isFalse();
    }

    @Test
    void fewerPeriodsAndMeasuresAreAPartOfMore() throws IOException {
        National.write(folder.resolve("less"), new NationalSize(SEED, 2, 7));

        List<JsonNode> less = read("less/statistics-gr.ndjson");
        assertThat(isTheSame("less/school-units.ndjson", "it/school-units.ndjson"))
                .isTrue();
        assertThat(less).hasSameSizeAs(statistics);
        for (int i = 0; i < less.size(); i++) {
            for (Statistic statistic : List.of(Statistic.values()).subList(0, 7)) {
                List<JsonNode> all = figures(statistics.get(i), statistic);
                assertThat(figures(less.get(i), statistic)).isEqualTo(all.subList(0, Math.min(2, all.size())));
            }
            assertThat(less.get(i)).hasSize(8);
        }
    }

    @Test
    void hasAsManyUnitsAndOrganisersOfEachKindAsACountryHas() {
        Map<String, Set<String>> organisers = new TreeMap<>();
        units.forEach(unit -> organisers
                .computeIfAbsent(unit.path("principalOrganizerType").asText(), none -> new HashSet<>())
                .add(organiser(unit)));

        assertThat(units).hasSize(16000);
        assertThat(units.stream().filter(NationalTest::isPreschool)).hasSize(9000);
        assertThat(units.stream().map(unit -> unit.path("code").asText())).doesNotHaveDuplicates();
        assertThat(sizes(organisers))
                .isEqualTo(Map.of("Kommunal", 290, "Region", 20, "Statlig", 3, "Fristående", 3187));
        assertThat(organisers.values().stream().flatMap(Collection::stream))
                .hasSize(3500)
                .doesNotHaveDuplicates();
    }

    @Test
    void mostIndependentOrganisersHaveOneUnitAndAFewHaveMany() {
        Map<String, Long> sizes = units.stream()
                .filter(unit -> unit.path("principalOrganizerType").asText().equals("Fristående"))
                .collect(groupingBy(NationalTest::organiser, counting()));

        assertThat(sizes.values().stream().filter(size -> size == 1)).hasSizeGreaterThan(2600);
        assertThat(sizes.values().stream().filter(size -> size >= 15)).hasSize(Register.CHAINS.length);
        assertThat(sizes.values()).contains(90L);
    }

    @Test
    void everyMunicipalityHasPreschoolsCompulsorySchoolsAndAdultEducation() {
        Map<String, Set<String>> forms = new HashMap<>();
        units.forEach(unit -> {
            Set<String> known = forms.computeIfAbsent(municipality(unit), none -> new HashSet<>());
            known.addAll(schoolForms(unit));
        });

        assertThat(forms).hasSize(290);
        assertThat(forms.values()).allSatisfy(known -> assertThat(known).contains("forskola", "gr", "vuxgr"));
    }

    @Test
    void countiesHaveUnitsByTheirShareOfThePopulation() {
        Map<String, Double> shares = units.stream()
                .collect(groupingBy(unit -> municipality(unit).substring(0, 2), counting()))
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, county -> county.getValue() / (double) units.size()));

        assertThat(shares).hasSize(21);
        assertThat(shares.get("01")).isEqualTo(0.233, within(0.03));
        assertThat(shares.get("14")).isEqualTo(0.167, within(0.03));
        assertThat(shares.get("12")).isEqualTo(0.135, within(0.03));
        assertThat(shares.get("09")).isEqualTo(0.006, within(0.003));
    }

    @Test
    void everySchoolFormThatTheImportKnowsIsThere() {
        assertThat(units.stream().flatMap(unit -> schoolForms(unit).stream()).distinct())
                .containsExactlyInAnyOrder(
                        "forskola", "fsk", "fth", "gr", "gran", "spec", "sam", "gy", "gyan", "vuxgr", "vuxgy");
    }

    @Test
    void gradesAreToldOfCompulsorySchoolingAlone() {
        Map<String, Set<String>> grades = new TreeMap<>();
        units.forEach(unit -> unit.path("typeOfSchooling")
                .forEach(form -> grades.computeIfAbsent(form.path("code").asText(), none -> new TreeSet<>())
                        .add(grades(form))));

        assertThat(grades)
                .containsEntry("fsk", Set.of("0"))
                .containsEntry("gr", Set.of("1-3", "1-6", "1-9", "7-9"))
                .containsEntry("gran", Set.of("1-3", "1-6", "1-9", "7-9"))
                .containsEntry("spec", Set.of("1-10"))
                .containsEntry("sam", Set.of("1-6"));
        assertThat(List.of("forskola", "fth", "gy", "gyan", "vuxgr", "vuxgy"))
                .allSatisfy(form -> assertThat(grades).containsEntry(form, Set.of("")));
    }

    @Test
    void aSchoolHasTheGradesThatItsStatisticsAreAbout() {
        Map<String, Set<String>> grades = new HashMap<>();
        units.forEach(unit -> unit.path("typeOfSchooling").forEach(form -> {
            if (form.path("code").asText().equals("gr")) {
                grades.put(
                        unit.path("code").asText(),
                        stream(form.path("schoolYears")).map(JsonNode::asText).collect(toSet()));
            }
        }));

        assertThat(statistics)
                .allSatisfy(line -> forEachFigure(line, (statistic, figure) -> {
                    if (statistic.grade() > 0) {
                        assertThat(grades.get(line.path("schoolUnit").asText()))
                                .contains(String.valueOf(statistic.grade()));
                    }
                }));
    }

    @Test
    void theRegisterHasAllUnitsOfTheCountry() {
        assertThat(folder.resolve("it/covers.txt")).hasContent("00");
    }

    @Test
    void noOrganisationNumberCanBeSomebodysAndAllHaveARightCheckDigit() {
        assertThat(units).allSatisfy(unit -> {
            assertThat(organiser(unit)).matches("9900\\d{6}");
            assertThat(luhn(organiser(unit)) % 10).isZero();
        });
    }

    @Test
    void unitCodesBeginWithANoughtAndPreschoolsHaveARangeOfTheirOwn() {
        assertThat(units).allSatisfy(unit -> assertThat(unit.path("code").asText())
                .matches(isPreschool(unit) ? "02\\d{6}" : "01\\d{6}"));
    }

    @Test
    void allNamesSayThatTheyAreMadeUp() {
        assertThat(units).allSatisfy(unit -> {
            assertThat(unit.path("name").asText()).startsWith("Påhittade ");
            assertThat(unit.path("corporationName").asText()).startsWith("Påhittade ");
        });
    }

    @Test
    void theStatisticsAreThoseThatEdition1HasForTheSource() throws IOException {
        JsonNode edition = MAPPER.readTree(getClass().getResourceAsStream("/main-job/edition-1.json"));

        assertThat(Stream.of(Statistic.values()).map(Statistic::key))
                .containsExactlyElementsOf(stream(edition.path("measures"))
                        .filter(measure -> measure.path("source").asText().equals("skolverket-planned-educations-gr"))
                        .map(measure -> measure.path("sourceKey").asText())
                        .toList())
                .hasSize(NationalSize.MOST_MEASURES);
    }

    @Test
    void everyCompulsorySchoolHasALineThatTheImportCanRead() {
        Set<String> schools = new HashSet<>();
        units.stream()
                .filter(unit -> schoolForms(unit).contains("gr"))
                .forEach(unit -> schools.add(unit.path("code").asText()));

        assertThat(statistics.stream().map(line -> line.path("schoolUnit").asText()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(schools);
        assertThat(statistics)
                .allSatisfy(line -> forEachFigure(line, (statistic, figure) -> {
                    assertThat(figure.path("value").asText())
                            .matches(VALUES.get(figure.path("valueType").asText()));
                    assertThat(figure.path("timePeriod").asText()).matches("20\\d\\d/\\d\\d");
                    if (statistic.shape() == Statistic.Shape.SHARE
                            && figure.path("value").asText().contains(",")) {
                        assertThat(number(figure)).isBetween(0.0, 100.0);
                    }
                }));
    }

    @Test
    void everyKindOfFigureIsThere() {
        Set<String> types = new HashSet<>();
        statistics.forEach(line -> forEachFigure(
                line, (statistic, figure) -> types.add(figure.path("valueType").asText())));

        assertThat(types).isEqualTo(VALUES.keySet());
    }

    @Test
    void aSchoolWithFewPupilsHasNoResults() {
        NationalSize size = new NationalSize(SEED, 1, NationalSize.MOST_MEASURES);
        List<Figure> results = new ArrayList<>();
        Register.forEachUnit(SEED, unit -> {
            School school = School.of(unit, size);
            if (unit.kind() == UnitKind.COMPULSORY && school.cohort(0) < 9) {
                Stream.of(Statistic.values())
                        .filter(statistic -> statistic.grade() > 0)
                        .forEach(statistic -> results.addAll(List.of(Figures.of(unit, school, statistic, size))));
            }
        });

        assertThat(results).isNotEmpty().containsOnly(Figure.WITHHELD);
    }

    @Test
    void aSchoolsMeritRatingDiffersLessFromYearToYearThanSchoolsDo() {
        List<Double> between = new ArrayList<>();
        List<Double> years = new ArrayList<>();
        for (JsonNode line : statistics) {
            List<JsonNode> told = figures(line, Statistic.MERIT_RATING_9).stream()
                    .filter(figure -> figure.path("valueType").asText().equals("EXISTS"))
                    .toList();
            if (told.size() == SIZE.periods()) {
                between.add(Math.abs(number(told.get(0)) - 225));
                years.add(Math.abs(number(told.get(0)) - number(told.get(1))));
            }
        }

        assertThat(mean(years)).isPositive().isLessThan(mean(between) / 2);
    }

    @Test
    void theCountryHasAboutAMillionPupilsInCompulsorySchool() {
        double pupils = statistics.stream()
                .mapToDouble(line -> Double.parseDouble(figures(line, Statistic.PUPILS)
                        .get(0)
                        .path("value")
                        .asText()
                        .replace("cirka ", "")))
                .sum();

        assertThat(pupils).isBetween(900_000.0, 1_300_000.0);
    }

    private interface FigureReader {
        void read(Statistic statistic, JsonNode figure);
    }

    private static void forEachFigure(JsonNode line, FigureReader reader) {
        for (Statistic statistic : Statistic.values()) {
            line.path(statistic.key()).forEach(figure -> reader.read(statistic, figure));
        }
    }

    private static List<JsonNode> figures(JsonNode line, Statistic statistic) {
        return stream(line.path(statistic.key())).toList();
    }

    private static double number(JsonNode figure) {
        return Double.parseDouble(figure.path("value").asText().replace(',', '.'));
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static boolean isPreschool(JsonNode unit) {
        return schoolForms(unit).equals(List.of("forskola"));
    }

    private static List<String> schoolForms(JsonNode unit) {
        return stream(unit.path("typeOfSchooling"))
                .map(form -> form.path("code").asText())
                .toList();
    }

    /** As {@code 1-9}, where all between are there. */
    private static String grades(JsonNode form) {
        List<Integer> grades =
                stream(form.path("schoolYears")).map(JsonNode::asInt).toList();
        if (grades.size() < 2) {
            return grades.stream().map(String::valueOf).collect(joining());
        }
        int first = grades.get(0);
        int last = grades.get(grades.size() - 1);
        return grades.equals(IntStream.rangeClosed(first, last).boxed().toList())
                ? first + "-" + last
                : grades.toString();
    }

    private static String organiser(JsonNode unit) {
        return unit.path("organisationRegistryNumber").asText();
    }

    private static String municipality(JsonNode unit) {
        return unit.path("geographicalAreaCode").asText();
    }

    private static Map<String, Integer> sizes(Map<String, Set<String>> sets) {
        Map<String, Integer> sizes = new TreeMap<>();
        sets.forEach((key, set) -> sizes.put(key, set.size()));
        return sizes;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** The sum of the Luhn formula over all ten digits; a multiple of ten where the last one is right. */
    private static int luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = (number.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return sum;
    }

    private List<JsonNode> read(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(file))) {
            lines.add(MAPPER.readTree(line));
        }
        return lines;
    }

    private boolean isTheSame(String file, String other) {
        try {
            return Files.mismatch(folder.resolve(file), folder.resolve(other)) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
