package se.skolkvalitet.indicator.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static se.skolkvalitet.indicator.imports.ReadStatistics.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.imports.LineFault;
import se.skolkvalitet.kit.test.Contracts;

/** Statistics of school units of forms without programmes. Figures are made up, but for those of the recorded answers. */
class PlannedEducationsReaderTest {
    private static final Measure MERIT = measure("merit", "meritRating", "points", "average", "school-year");
    private static final Measure PUPILS = measure("pupils", "totalNumberOfPupils", "number", "count", "school-year");
    private static final Measure CERTIFIED =
            measure("certified", "certifiedTeachersQuota", "percent", "share", "school-year");

    @Test
    void readsTheFiguresAndPassesOverWhatIsNoStatistic() {
        ReadStatistics read = read("""
                {"schoolUnit":"10000001","docLinks":null,"_links":{"self":{}},\
                "meritRating":[{"value":"230,5","valueType":"EXISTS","timePeriod":"2024/25"}]}""");

        assertThat(read.faults()).isEmpty();
        assertThat(read.observations())
                .singleElement()
                .returns(Level.SCHOOL_UNIT, Observation::level)
                .returns("10000001", Observation::area)
                .returns("merit", Observation::measure)
                .returns("230,5", Observation::raw);
    }

    @ParameterizedTest
    @CsvSource({
        "SKOLVERKET_PLANNED_EDUCATIONS_FSK,forskoleklass",
        "SKOLVERKET_PLANNED_EDUCATIONS_GR,grundskola",
        "SKOLVERKET_PLANNED_EDUCATIONS_GRAN,anpassad-grundskola",
        "SKOLVERKET_PLANNED_EDUCATIONS_GY,gymnasieskola",
        "SKOLVERKET_PLANNED_EDUCATIONS_GYAN,anpassad-gymnasieskola"
    })
    void figuresAreOfTheSchoolFormOfTheSource(StatisticsSource source, String schoolForm) {
        String line = "{\"schoolUnit\":\"10000001\",\"meritRating\":"
                + "[{\"value\":\"230,5\",\"valueType\":\"EXISTS\",\"timePeriod\":\"2024/25\"}]}";

        ReadStatistics read = ReadStatistics.of(source.reader(), line, MERIT);

        assertThat(read.observations()).singleElement().returns(Group.all(schoolForm), Observation::group);
    }

    @Test
    void aLineMayBeTheWholeAnswerOfTheSource() {
        ReadStatistics read = read("""
                {"status":"200 OK","message":"Success","body":{"schoolUnit":"10000001",\
                "meritRating":[{"value":"230,5","valueType":"EXISTS","timePeriod":"2024/25"}]}}
                {"status":"NOT_FOUND","message":"School unit not found","body":null}""");

        assertThat(read.observationsInShort()).containsExactly("10000001 merit 2024/25 230.5");
        assertThat(read.faultsInShort()).containsExactly("2 status status");
    }

    @ParameterizedTest
    @CsvSource({"HT24,2024/25", "VT25,2024/25", "VT00,1999/00"})
    void aSemesterBelongsToItsSchoolYearAndIsKeptWithTheFigure(String semester, String schoolYear) {
        ReadStatistics read =
                read("{\"schoolUnit\":\"10000001\",\"meritRating\":[{\"value\":\"1\",\"valueType\":\"EXISTS\","
                        + "\"timePeriod\":\"" + semester + "\"}]}");

        assertThat(read.observations())
                .singleElement()
                .returns(new Period(schoolYear), Observation::period)
                .returns("1; " + semester, Observation::raw);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"meritRating":{}}                                                                     | schoolUnit     | pattern
        {"schoolUnit":7,"meritRating":[]}                                                      | schoolUnit     | pattern
        {"schoolUnit":["10000001"],"meritRating":[]}                                           | schoolUnit     | pattern
        {"schoolUnit":null,"meritRating":[]}                                                   | schoolUnit     | pattern
        {"schoolUnit":"10000001","meritRating":{"value":"1"}}                                  | meritRating    | type
        {"schoolUnit":"10000001","meritRating":"230,5"}                                        | meritRating    | type
        {"schoolUnit":"10000001","meritRating":["230,5"]}                                      | meritRating[0] | one-of
        {"schoolUnit":"10000001","meritRating":[null]}                                         | meritRating[0] | one-of
        {"schoolUnit":"10000001","meritRating":[{"value":{},"valueType":[],"timePeriod":{}}]}  | meritRating[0] | period
        {"schoolUnit":"10000001","meritRating":[{"value":"230,5","valueType":"EXISTS"}]}       | meritRating[0] | period
        {"schoolUnit":"10000001","meritRating":[{"value":1e999,"valueType":"EXISTS"}]}         | meritRating[0] | value
        {"schoolUnit":"10000001","meritRating":[{"value":"1","valueType":"EXISTS","timePeriod":"VT2024"}]} | meritRating[0] | period
        {"schoolUnit":"10000001","certifiedTeachersQuota":[{"value":"100,1","valueType":"EXISTS","timePeriod":"2024/25"}]} | certifiedTeachersQuota[0] | range
        {"schoolUnit":"10000001","totalNumberOfPupils":[{"value":"-1","valueType":"EXISTS","timePeriod":"2024/25"}]} | totalNumberOfPupils[0] | range
        {"schoolUnit":"10000001","other":[]}                                                   | other          | unknown-measure
        {"schoolUnit":"10000001","":[{"programCode":"EK"}]}                                    |                | unknown-measure
        {"schoolUnit":"10000001","programMetrics":[]}                                          | programMetrics | unknown-measure
        {"schoolUnit":"10000001","programCode":"NA"}                                           | programCode    | school-form
        {"schoolUnit":"10000001","meritRating":[],"meritRating":[]}                            |                | json
        """)
    void namesWhatIsOfAnotherShape(String line, String field, String rule) {
        ReadStatistics read = read(line);

        assertThat(read.observations()).isEmpty();
        assertThat(read.faults())
                .singleElement()
                .returns(1L, LineFault::line)
                .returns(field == null ? "" : field, LineFault::field)
                .returns(rule, LineFault::rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void nestingWithoutEndIsAFault(String opening) {
        String line = "{\"schoolUnit\":\"10000001\",\"meritRating\":" + opening.repeat(200_000);

        assertThat(read(line).faultsInShort()).containsExactly("1  json");
    }

    @Test
    void aStatisticThatIsNullHasNoFigures() {
        ReadStatistics read = read("{\"schoolUnit\":\"10000001\",\"meritRating\":null}");

        assertThat(read.observations()).isEmpty();
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void memoryDoesNotGrowWithTheFile() {
        int lines = 100_000;
        String line = "{\"schoolUnit\":\"10000001\",\"meritRating\":"
                + "[{\"value\":\"230,5\",\"valueType\":\"EXISTS\",\"timePeriod\":\"2024/25\"}]}\n";

        long count = ReadStatistics.count(
                PlannedEducationsReader.ofUnits(PlannedEducationsForm.COMPULSORY),
                FlatMemory.file(lines, number -> line),
                MERIT);

        assertThat(count).isEqualTo(lines);
    }

    @Test
    void readsTheRecordedAnswers() throws IOException {
        Path file =
                Contracts.projectRoot().resolve("../shared/data/skolverket-planned-educations/statistics-gr.ndjson");
        assumeTrue(Files.isRegularFile(file));
        StatisticsSource source = StatisticsSource.SKOLVERKET_PLANNED_EDUCATIONS_GR;

        ReadStatistics read =
                ReadStatistics.of(source.reader(), Files.readAllBytes(file), ReadStatistics.shipped(source));

        assertThat(read.faults()).isEmpty();
        assertThat(read.lines()).isEqualTo(413);
        assertThat(read.observations()).extracting(Observation::group).containsOnly(Group.all("grundskola"));
        assertThat(read.observations())
                .extracting(one -> one.figure().status().value())
                .contains("normal", "rounded", "withheld", "missing", "not-applicable");
    }

    private static ReadStatistics read(String file) {
        return ReadStatistics.of(
                PlannedEducationsReader.ofUnits(PlannedEducationsForm.COMPULSORY), file, MERIT, PUPILS, CERTIFIED);
    }
}
