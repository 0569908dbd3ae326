package se.skolkvalitet.stack.national;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import se.skolkvalitet.stack.national.CsvMeasure.Kind;

/** What holds for every seed, looked at for one, and mostly for every tenth measure: all would be millions of lines. */
@TestInstance(Lifecycle.PER_CLASS)
class NationalCsvTest {
    private static final long SEED = 7;
    private static final int PERIODS = 3;
    private static final int ONE_MEASURE_IN = 10;
    private static final String HEADER = "measure,level,area,period,school_form,sex,value,low,high,status";

    @TempDir
    static Path folder;

    private JsonNode edition;
    private JsonNode few;
    private Map<String, CsvMeasure> measures;
    private long written;
    private List<Line> lines;

    private record Line(
            String measure,
            String level,
            String area,
            String period,
            String form,
            String sex,
            Double value,
            Double low,
            Double high,
            String status) {

        static Line of(String text) {
            String[] columns = text.split(",", -1);
            assertThat(columns).hasSize(10);
            return new Line(
                    columns[0],
                    columns[1],
                    columns[2],
                    columns[3],
                    columns[4],
                    columns[5],
                    number(columns[6]),
                    number(columns[7]),
                    number(columns[8]),
                    columns[9]);
        }

        private static Double number(String text) {
            return text.isEmpty() ? null : Double.valueOf(text);
        }

        double least() {
            return low == null ? value : low;
        }

        double most() {
            return high == null ? value : high;
        }

        String series() {
            return String.join(" ", measure, area, form, sex);
        }
    }

    /** The figures of all, girls and boys, where all three have one. */
    private record BySex(Line all, Line girls, Line boys) {}

    @BeforeAll
    void write() throws IOException {
        edition = new ObjectMapper().readTree(getClass().getResourceAsStream("/main-job/edition-1.json"));
        few = everyTenthMeasure();
        measures = CsvMeasure.of(few, SEED).stream().collect(toMap(CsvMeasure::code, measure -> measure));
        written = NationalCsv.write(folder.resolve("it.csv"), few, SEED, PERIODS);
        try (Stream<String> text = Files.lines(folder.resolve("it.csv"))) {
            lines = text.skip(1).map(Line::of).toList();
        }
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        NationalCsv.write(folder.resolve("again.csv"), few, SEED, PERIODS);
        NationalCsv.write(folder.resolve("other.csv"), few, SEED + 1, PERIODS);

        assertThat(Files.mismatch(folder.resolve("again.csv"), folder.resolve("it.csv")))
                .isNegative();
        assertThat(Files.mismatch(folder.resolve("other.csv"), folder.resolve("it.csv")))
                .isNotNegative();
    }

    @Test
    void fewerPeriodsAreAPartOfMore() throws IOException {
        NationalCsv.write(folder.resolve("less.csv"), few, SEED, 1);

        try (Stream<String> less = Files.lines(folder.resolve("less.csv"))) {
            assertThat(less.skip(1).map(Line::of).toList())
                    .isEqualTo(lines.stream()
                            .filter(line -> line.period().startsWith("2024"))
                            .toList());
        }
    }

    @Test
    void theFileHasTheColumnsOfOursAndAsManyFiguresAsItIsSaid() throws IOException {
        try (Stream<String> text = Files.lines(folder.resolve("it.csv"))) {
            assertThat(text.findFirst()).contains(HEADER);
        }
        assertThat(lines).hasSize(Math.toIntExact(written));
        assertThat(written).isEqualTo(PERIODS * NationalCsv.figuresInAPeriod(few, SEED));
        assertThat(lines.stream().map(Line::period).distinct())
                .containsExactlyInAnyOrder("2024/25", "2023/24", "2022/23", "2024", "2023", "2022");
    }

    @Test
    void everyMeasureOfTheEditionIsThereThatAUnitHasTheFormOf() throws IOException {
        Set<String> forms = new HashSet<>();
        forEachSchooling((unit, schooling) -> forms.add(schooling.schoolForm()));

        NationalCsv.write(folder.resolve("all.csv"), edition, SEED, 1);

        try (Stream<String> text = Files.lines(folder.resolve("all.csv"))) {
            assertThat(text.skip(1)
                            .map(line -> line.substring(0, line.indexOf(',')))
                            .collect(toSet()))
                    .isEqualTo(stream(edition.path("measures"))
                            .filter(measure ->
                                    stream(measure.path("schoolForms")).anyMatch(form -> forms.contains(form.asText())))
                            .map(measure -> measure.path("code").asText())
                            .collect(toSet()));
        }
    }

    @Test
    void aUnitHasFiguresOfItsFormsAndGradesAndTheRegisterHasIt() {
        Set<String> possible = new HashSet<>();
        forEachSchooling((unit, schooling) -> measures.values().stream()
                .filter(measure -> measure.isOf(schooling))
                .forEach(measure ->
                        possible.add(String.join(" ", measure.code(), unit.code(), schooling.schoolForm()))));

        assertThat(lines.stream()
                        .map(line -> String.join(" ", line.measure(), line.area(), line.form()))
                        .collect(toSet()))
                .isEqualTo(possible);
        assertThat(lines).allMatch(line -> line.level().equals("school-unit"));
    }

    @Test
    void aMeasureOfAGradeIsOfUnitsThatHaveIt() {
        Set<String> withGrade9 = new HashSet<>();
        forEachSchooling((unit, schooling) -> {
            if (schooling.code().equals("gr") && schooling.grades().contains("9")) {
                withGrade9.add(unit.code());
            }
        });

        assertThat(lines.stream()
                        .filter(line -> line.measure().equals("gr.national-test-sve-9"))
                        .map(Line::area)
                        .collect(toSet()))
                .isEqualTo(withGrade9);
    }

    @Test
    void noFigureIsThereTwice() {
        assertThat(lines.stream().map(line -> line.series() + line.period()).collect(toSet()))
                .hasSameSizeAs(lines);
    }

    @Test
    void girlsAndBoysAreAllAndAllLieBetweenThem() {
        List<BySex> bySex = bySex();

        assertThat(bySex).isNotEmpty().allMatch(figures -> {
            Line all = figures.all();
            Line girls = figures.girls();
            Line boys = figures.boys();
            return kind(all) == Kind.COUNT
                    ? all.value() == girls.value() + boys.value()
                    : Math.min(girls.least(), boys.least()) <= all.most()
                            && all.least() <= Math.max(girls.most(), boys.most());
        });
        assertThat(bySex).extracting(figures -> kind(figures.all())).contains(Kind.values());
    }

    @Test
    void countsAreWholeAndSharesLieWithinAHundred() {
        List<Line> told = lines.stream().filter(line -> line.value() != null).toList();

        assertThat(told)
                .allMatch(line -> line.least() >= 0 && line.least() <= line.value() && line.value() <= line.most());
        assertThat(told).filteredOn(line -> kind(line) == Kind.COUNT).allMatch(line -> line.value() % 1 == 0);
        assertThat(told).filteredOn(line -> kind(line) == Kind.SHARE).allMatch(line -> line.most() <= 100);
    }

    @Test
    void someAreWithheldAndSomeSharesRounded() {
        assertThat(part(lines, line -> line.status().equals("withheld"))).isCloseTo(0.04, within(0.002));
        assertThat(lines).allMatch(line -> line.status().equals("withheld") == (line.value() == null));

        List<Line> shares = lines.stream()
                .filter(line -> line.value() != null && kind(line) == Kind.SHARE)
                .toList();
        assertThat(part(shares, line -> line.status().equals("rounded"))).isCloseTo(0.02, within(0.002));
        assertThat(lines).allMatch(line -> line.status().equals("rounded") == (line.low() != null));
    }

    /** What an import warns of, by the rules in {@code docs/sources.md}. */
    @Test
    void hardlyAFigureJumpsFromOnePeriodToTheNext() {
        Map<String, Line> newer = new HashMap<>();
        List<Line> jumped = new ArrayList<>();
        for (Line line : lines) {
            Line after = newer.put(line.series(), line);
            if (after != null && after.value() != null && line.value() != null && isJump(after, line)) {
                jumped.add(line);
            }
        }

        assertThat(jumped.size()).isLessThan(lines.size() / 10_000);
    }

    private boolean isJump(Line one, Line other) {
        if (kind(one) == Kind.SHARE) {
            return Math.max(one.least() - other.most(), other.least() - one.most()) > 30;
        }
        double larger = Math.max(one.value(), other.value());
        return larger > 2 * Math.min(one.value(), other.value()) && (kind(one) == Kind.AVERAGE || larger >= 20);
    }

    private List<BySex> bySex() {
        List<BySex> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 3) {
            List<Line> three = lines.subList(i, i + 3);
            assertThat(three.stream().map(Line::sex)).containsExactly("T", "F", "M");
            if (three.stream().map(Line::value).allMatch(Objects::nonNull)) {
                all.add(new BySex(three.get(0), three.get(1), three.get(2)));
            }
        }
        return all;
    }

    private Kind kind(Line line) {
        return measures.get(line.measure()).kind();
    }

    private interface SchoolingReader {
        void read(Unit unit, Schooling schooling);
    }

    private static void forEachSchooling(SchoolingReader reader) {
        NationalSize size = new NationalSize(SEED, 1, 1);
        Register.forEachUnit(SEED, unit -> Schooling.of(unit, School.of(unit, size))
                .forEach(schooling -> reader.read(unit, schooling)));
    }

    private static double part(List<Line> lines, Predicate<Line> those) {
        return (double) lines.stream().filter(those).count() / lines.size();
    }

    private JsonNode everyTenthMeasure() {
        ObjectNode fewer = edition.deepCopy();
        ArrayNode kept = fewer.putArray("measures");
        for (int i = 0; i < edition.path("measures").size(); i += ONE_MEASURE_IN) {
            kept.add(edition.path("measures").get(i));
        }
        return fewer;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Test
    void aPartHasSomeOfTheGirlsAndBoysOfItsWholeAndNowAndThenFewOrAllButFew() throws IOException {
        String measure = "{\"code\": \"%s\", \"kind\": \"count\", \"schoolForms\": [\"grundskola\"], \"grades\": [9],"
                + " \"periodKind\": \"school-year\"%s}";
        JsonNode twoMeasures = new ObjectMapper()
                .readTree("{\"measures\": [%s, %s]}"
                        .formatted(
                                measure.formatted("tested", ""),
                                measure.formatted("passed", ", \"partOf\": \"tested\"")));
        NationalCsv.write(folder.resolve("parts.csv"), twoMeasures, SEED, 2);

        Map<String, Double> tested = new HashMap<>();
        Map<String, Double> passed = new HashMap<>();
        try (Stream<String> text = Files.lines(folder.resolve("parts.csv"))) {
            text.skip(1)
                    .map(Line::of)
                    .filter(line -> line.value() != null)
                    .forEach(line -> (line.measure().equals("tested") ? tested : passed)
                            .put(String.join(" ", line.area(), line.period(), line.sex()), line.value()));
        }
        passed.keySet().retainAll(tested.keySet());

        assertThat(passed).hasSizeGreaterThan(1000);
        assertThat(passed).allSatisfy((key, value) -> assertThat(value).isLessThanOrEqualTo(tested.get(key)));
        assertThat(passed.keySet().stream()
                        .filter(key -> isFew(tested.get(key) - passed.get(key)))
                        .count())
                .isBetween(passed.size() / 20L, passed.size() / 2L);
        assertThat(passed.values()).anyMatch(NationalCsvTest::isFew);
    }

    private static boolean isFew(double count) {
        return count > 0 && count < 5;
    }
}
