package se.skolkvalitet.indicator.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.imports.LineFault;
import se.skolkvalitet.kit.jobs.JobFailed;

/** The answers are made up, in the shape of the source's. */
class SalsaReaderTest {
    private static final Measure[] SHIPPED = ReadStatistics.shipped(StatisticsSource.SKOLVERKET_SALSA);

    private static String unit(String code, String metrics) {
        return "{\"schoolUnitCode\":\"%s\",\"name\":\"A\",\"geographicalAreaCode\":\"0180\",%s,\"_links\":{\"self\":{}}}"
                .formatted(code, metrics);
    }

    private static String deviation(String value) {
        return "\"salsaRequirementsReachedDeviation\":" + metric(value);
    }

    private static String metric(String value) {
        return "{\"value\":\"%s\",\"valueType\":\"EXISTS\"}".formatted(value);
    }

    /** With the period after the units, as the source has it. */
    private static String body(String... units) {
        return "{\"compulsorySchoolUnitSalsaMetricList\":[%s],\"timePeriod\":\"2024/25\"}"
                .formatted(String.join(",", units));
    }

    private static String envelope(String body) {
        return "{\"status\":\"OK\",\"message\":\"Success\",\"body\":%s}".formatted(body);
    }

    @Test
    void eachMetricOfAUnitIsAnObservationOfTheAnswersPeriod() {
        ReadStatistics read = read(envelope(body(
                unit(
                        "10000001",
                        "\"salsaAverageGradesIn9thGradeActual\":" + metric("213") + ","
                                + "\"salsaAverageGradesIn9thGradeDeviation\":" + metric("-20") + ","
                                + "\"salsaParentsEducation\":" + metric("2,4")),
                unit(
                        "10000002",
                        "\"salsaAverageGradesIn9thGradeActual\":"
                                + "{\"value\":\"..\",\"valueType\":\"OMITTED_DUE_TO_BASED_ON_FEW_PUPILS\"},"
                                + "\"salsaBoysQuota\":null"))));

        assertThat(read.faults()).isEmpty();
        assertThat(read.lines()).isEqualTo(2);
        assertThat(read.observationsInShort())
                .containsExactly(
                        "10000001 gr.salsa-merit-actual 2024/25 213",
                        "10000001 gr.salsa-merit-deviation 2024/25 -20",
                        "10000001 gr.salsa-parents-education 2024/25 2.4",
                        "10000002 gr.salsa-merit-actual 2024/25 withheld");
        assertThat(read.observations()).extracting(Observation::raw).containsExactly("213", "-20", "2,4", "..");
    }

    @Test
    void whatTheModelCalculatesMayLieOutsideOfAllShares() {
        String metrics = "\"salsaRequirementsReachedCalculated\":" + metric("103") + "," + deviation("-20");

        assertThat(read(body(unit("10000001", metrics))).observationsInShort())
                .containsExactly(
                        "10000001 gr.salsa-passed-calculated 2024/25 103",
                        "10000001 gr.salsa-passed-deviation 2024/25 -20");
    }

    @Test
    void aUnitWithoutSalsaIsNullInItsAnswer() {
        ReadStatistics read = read(body("null"));

        assertThat(read.lines()).isEqualTo(1);
        assertThat(read.observations()).isEmpty();
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void answersOfSeveralUnitsAreReadOneAfterAnotherWithTheirOwnPeriods() {
        ReadStatistics read = read(body(unit("10000001", deviation("1"))) + "\n"
                + envelope(body(unit("10000001", deviation("2")))).replace("2024/25", "2023/24"));

        assertThat(read.observationsInShort())
                .containsExactly(
                        "10000001 gr.salsa-passed-deviation 2024/25 1", "10000001 gr.salsa-passed-deviation 2023/24 2");
    }

    @Test
    void aMetricWithoutMeasureIsPassedOver() {
        ReadStatistics read = read(body(unit("10000001", deviation("1") + ",\"salsaSomethingNew\":" + metric("7"))));

        assertThat(read.faults()).isEmpty();
        assertThat(read.observations()).hasSize(1);
    }

    @Test
    void aFileOfMetricsWithoutMeasureIsOfAnotherSource() {
        assertThatThrownBy(() -> read(body(unit("10000001", "\"salsaSomethingNew\":" + metric("7")))))
                .isInstanceOf(JobFailed.class)
                .hasMessage("The edition has no measure for anything in the file: salsaSomethingNew");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"schoolUnitCode":"1","salsaBoysQuota":null}                                                    | schoolUnitCode | pattern
        {"schoolUnitCode":null,"salsaBoysQuota":null}                                                   | schoolUnitCode | pattern
        {"schoolUnitCode":["10000001"]}                                                                 | schoolUnitCode | pattern
        {}                                                                                              | schoolUnitCode | pattern
        [[[]]]                                                                                          |                | json
        7                                                                                               |                | json
        {"schoolUnitCode":"10000001","salsaBoysQuota":"47"}                                             | salsaBoysQuota | type
        {"schoolUnitCode":"10000001","salsaBoysQuota":[{"value":"47"}]}                                 | salsaBoysQuota | type
        {"schoolUnitCode":"10000001","salsaBoysQuota":{}}                                               | salsaBoysQuota | one-of
        {"schoolUnitCode":"10000001","salsaBoysQuota":{"value":{"a":[]},"valueType":null}}              | salsaBoysQuota | one-of
        {"schoolUnitCode":"10000001","salsaBoysQuota":{"value":"101","valueType":"EXISTS"}}             | salsaBoysQuota | range
        {"schoolUnitCode":"10000001","salsaBoysQuota":{"value":"-1","valueType":"EXISTS"}}              | salsaBoysQuota | range
        {"schoolUnitCode":"10000001","salsaBoysQuota":{"value":1e9,"valueType":"EXISTS"}}               | salsaBoysQuota | value
        {"schoolUnitCode":"10000001","salsaBoysQuota":{"value":"4\\u0000","valueType":"EXISTS"}}        | salsaBoysQuota | value
        {"schoolUnitCode":"10000001","salsaBoysQuota":{"value":"47","valueType":"EXISTS"},"salsaBoysQuota":{"value":"48","valueType":"EXISTS"}} | salsaBoysQuota | duplicate
        """)
    void namesWhatIsWrongWithAUnitAndReadsOn(String broken, String field, String rule) {
        ReadStatistics read = read(body(unit("10000001", deviation("1")), broken, unit("10000003", deviation("3"))));

        assertThat(read.faults())
                .singleElement()
                .returns(2L, LineFault::line)
                .returns(field == null ? "" : field, LineFault::field)
                .returns(rule, LineFault::rule);
        assertThat(read.staged()).extracting(ReadStatistics.Staged::line).containsExactly(1L, 3L);
    }

    @ParameterizedTest
    @CsvSource({"'\"timePeriod\":\"VT24\"',period", "'\"timePeriod\":null',required", "'\"other\":1',required"})
    void thePeriodIsThatOfTheAnswer(String period, String rule) {
        String answer = body(unit("10000001", deviation("1") + ",\"salsaBoysQuota\":" + metric("47")));

        assertThat(read(answer.replace("\"timePeriod\":\"2024/25\"", period)).faultsInShort())
                .containsExactly("1 timePeriod " + rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"status":"NOT_FOUND","message":"Not found","body":null} | status | status
        {"status":null,"message":null,"body":null}               | status | status
        {"status":"OK","message":"","body":null}                 | body   | required
        {"status":"OK","message":"","body":{"timePeriod":null}}  | body   | required
        """)
    void anAnswerThatSaysThatThereIsNoneIsAFault(String answer, String field, String rule) {
        ReadStatistics read = read(answer + body(unit("10000001", deviation("1"))));

        assertThat(read.faultsInShort()).containsExactly("1 %s %s".formatted(field, rule));
        assertThat(read.staged()).extracting(ReadStatistics.Staged::line).containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "7", "{}", "{\"compulsorySchoolUnitSalsaMetricList\":{}}", "{\"detail\":\"Not Found\"}"})
    void aFileThatIsNoAnswerIsRefused(String file) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(JobFailed.class)
                .hasMessageContaining("is not SALSA of the Planned educations API: after line 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "{\"compulsorySchoolUnitSalsaMetricList\":[],\"timePeriod\":\"2024/25\"}"})
    void aFileWithoutUnitsSaysNothing(String file) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(JobFailed.class).hasMessage("The file has no lines.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"body\":", "[", "{\"compulsorySchoolUnitSalsaMetricList\":["})
    void nestingWithoutEndIsRefused(String opening) {
        assertThatThrownBy(() -> read(opening.repeat(200_000)))
                .isInstanceOf(JobFailed.class)
                .hasMessageStartingWith("The file is not JSON");
    }

    @Test
    void memoryDoesNotGrowWithTheAnswer() {
        int units = 100_000;

        long count = ReadStatistics.count(
                new SalsaReader(),
                FlatMemory.file(units + 2, number -> {
                    if (number == 0) {
                        return "{\"compulsorySchoolUnitSalsaMetricList\":[";
                    }
                    String one = unit("10000001", deviation(String.valueOf(number)));
                    return number == units + 1 ? "],\"timePeriod\":\"2024/25\"}" : number == units ? one : one + ",";
                }),
                SHIPPED);

        assertThat(count).isEqualTo(units);
    }

    private static ReadStatistics read(String file) {
        return ReadStatistics.of(new SalsaReader(), file, SHIPPED);
    }
}
