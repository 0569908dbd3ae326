package se.skolkvalitet.indicator.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.imports.LineFault;

/** Statistics of upper secondary schools, which are by programme. The answers are made up, in the shape of the source's. */
class PlannedEducationsProgrammesTest {
    private static final StatisticsSource SOURCE = StatisticsSource.SKOLVERKET_PLANNED_EDUCATIONS_GY;
    private static final Measure[] SHIPPED = ReadStatistics.shipped(SOURCE);

    /** What an answer has in each programme, with one figure where the source has some. */
    private static String programme(String code, String certified, String pupils, String exam) {
        return """
                {"programCode":"%s","schoolUnit":"10000001","docLinks":null,"sveSubjectTest":"Svenska 3",\
                "averageResultNationalTestsSubjectSVE":%s,"averageResultNationalTestsSubjectSVA":%s,\
                "specialTeacherPositions":[],"studentsPerTeacherQuota":null,"certifiedTeachersQuota":%s,\
                "totalNumberOfPupils":%s,"ratioOfPupilsWithExamWithin3Years":%s,"gradesPointsForStudents":[],\
                "admissionPointsMin":%s,"admissionPointsSemester":null,"_links":{"self":{"href":"…"}}}""".formatted(
                        code,
                        list("11,3", "VT24"),
                        "[{\"value\":null,\"valueType\":\"MISSING\",\"timePeriod\":null}]",
                        list(certified, "2024/25"),
                        list(pupils, "2024/25"),
                        list(exam, "2021/22"),
                        list("230,0", "2024"));
    }

    private static String list(String value, String period) {
        return "[{\"value\":\"%s\",\"valueType\":\"EXISTS\",\"timePeriod\":\"%s\"}]".formatted(value, period);
    }

    private static String answer(String... programmes) {
        return """
                {"programMetrics":[%s],"certifiedTeachersQuota":[\
                {"value":"96,6","valueType":"EXISTS","timePeriod":"2024/25"},\
                {"value":"94,5","valueType":"EXISTS","timePeriod":"2023/24"}],\
                "specialEducatorsQuota":[],"totalNumberOfPupils":%s}
                """.formatted(String.join(",", programmes), list("cirka 350", "2024/25"));
    }

    @Test
    void figuresOfAProgrammeAreItsOwnAndThoseOfTheSchoolAreToldOnce() {
        ReadStatistics read =
                read(answer(programme("EK", "96,6", "cirka 270", "72,9"), programme("NA", "96,6", "cirka 80", "81,3")));

        assertThat(read.faults()).isEmpty();
        assertThat(read.observationsInShort())
                .containsExactly(
                        "10000001 gy.certified-teachers 2024/25 96.6",
                        "10000001 gy.certified-teachers 2023/24 94.5",
                        "10000001 gy.pupils 2024/25 350",
                        "10000001 gy.national-test-sve 2023/24 EK 11.3",
                        "10000001 gy.national-test-sva EK missing",
                        "10000001 gy.pupils 2024/25 EK 270",
                        "10000001 gy.exam-3 2021/22 EK 72.9",
                        "10000001 gy.admission-min 2024 EK 230.0",
                        "10000001 gy.national-test-sve 2023/24 NA 11.3",
                        "10000001 gy.national-test-sva NA missing",
                        "10000001 gy.pupils 2024/25 NA 80",
                        "10000001 gy.exam-3 2021/22 NA 81.3",
                        "10000001 gy.admission-min 2024 NA 230.0");
    }

    @Test
    void aFigureOfANationalTestIsKeptWithItsSemesterAndTest() {
        ReadStatistics read = read(answer(programme("EK", "96,6", "cirka 270", "72,9")));

        assertThat(read.observations()).extracting(Observation::raw).contains("11,3; VT24; Svenska 3");
    }

    @Test
    void aFigureOfTheSchoolThatOnlyItsProgrammesTellIsTakenFromThem() {
        String answer = "{\"programMetrics\":[%s,%s]}"
                .formatted(programme("EK", "96,6", "1", "1,0"), programme("NA", "96,6", "1", "1,0"));

        assertThat(read(answer).observationsInShort()).containsOnlyOnce("10000001 gy.certified-teachers 2024/25 96.6");
    }

    @Test
    void repetitionsThatDisagreeAreAFaultThatNamesBoth() {
        ReadStatistics read = read(answer(programme("EK", "96,6", "1", "1,0"), programme("NA", "96,7", "1", "1,0")));

        assertThat(read.observations()).isEmpty();
        assertThat(read.faults())
                .containsExactly(new LineFault(
                        1,
                        "programMetrics[1].certifiedTeachersQuota[0]",
                        "contradiction",
                        "The figure is not the one of the same period in certifiedTeachersQuota[0] on line 1."));
    }

    @Test
    void theSameNumberWithMoreDecimalsIsNoContradiction() {
        assertThat(read(answer(programme("EK", "96,60", "1", "1,0"))).faults()).isEmpty();
    }

    @Test
    void theSameAnswerOfAnotherUnitContradictsNothing() {
        String one = answer(programme("EK", "96,6", "1", "1,0"));
        String other = one.replace("96,6", "80,0").replace("10000001", "10000002");

        assertThat(read(one + other).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"programMetrics":[]}                                                                | schoolUnit                    | pattern
        {"programMetrics":null}                                                              | schoolUnit                    | pattern
        {"schoolUnit":"10000001","programMetrics":{}}                                        | programMetrics                | type
        {"schoolUnit":"10000001","programMetrics":[null]}                                    | programMetrics[0].programCode | required
        {"schoolUnit":"10000001","programMetrics":["EK"]}                                    | programMetrics[0].programCode | required
        {"schoolUnit":"10000001","programMetrics":[[[[[]]]]]}                                | programMetrics[0].programCode | required
        {"programMetrics":[{"schoolUnit":"10000001"}]}                                       | programMetrics[0].programCode | required
        {"programMetrics":[{"schoolUnit":"10000001","programCode":{}}]}                      | programMetrics[0].programCode | pattern
        {"programMetrics":[{"schoolUnit":"10000001","programCode":"en kod som är för lång"}]} | programMetrics[0].programCode | pattern
        {"programMetrics":[{"schoolUnit":"1","programCode":"EK"}]}                           | programMetrics[0].schoolUnit  | pattern
        {"schoolUnit":"10000001","programMetrics":[{"schoolUnit":"10000002","programCode":"EK"}]} | programMetrics[0].schoolUnit | contradiction
        {"schoolUnit":"10000001","programMetrics":[{"programCode":"EK","programMetrics":[]}]} | programMetrics[0].programMetrics | unknown-measure
        {"schoolUnit":"10000001","programMetrics":[{"programCode":"EK","other":[]}]}         | programMetrics[0].other       | unknown-measure
        {"schoolUnit":"10000001","programMetrics":[{"programCode":"EK","admissionPointsMin":"1"}]} | programMetrics[0].admissionPointsMin | type
        {"schoolUnit":"10000001","programMetrics":[{"programCode":"EK","admissionPointsMin":[{"value":"1","valueType":"EXISTS","timePeriod":"HT24"}]}]} | programMetrics[0].admissionPointsMin[0] | period
        {"schoolUnit":"10000001","programMetrics":[{"programCode":"EK","ratioOfPupilsWithExamWithin3Years":[{"value":"101","valueType":"EXISTS","timePeriod":"2021/22"}]}]} | programMetrics[0].ratioOfPupilsWithExamWithin3Years[0] | range
        """)
    void namesWhatIsOfAnotherShape(String line, String field, String rule) {
        ReadStatistics read = read(line);

        assertThat(read.observations()).isEmpty();
        assertThat(read.faultsInShort()).containsExactly("1 %s %s".formatted(field, rule));
    }

    @Test
    void adaptedUpperSecondarySchoolIsReadWithProgrammesAndWithout() {
        StatisticsSource source = StatisticsSource.SKOLVERKET_PLANNED_EDUCATIONS_GYAN;
        String file = """
                {"schoolUnit":"10000001","certifiedTeachersQuota":%1$s}
                {"programMetrics":[{"programCode":"AH","schoolUnit":"10000002","certifiedTeachersQuota":%1$s}]}
                """.formatted(list("80,0", "2024/25"));

        ReadStatistics read = ReadStatistics.of(source.reader(), file, ReadStatistics.shipped(source));

        assertThat(read.faults()).isEmpty();
        assertThat(read.observationsInShort())
                .containsExactly(
                        "10000001 gyan.certified-teachers 2024/25 80.0",
                        "10000002 gyan.certified-teachers 2024/25 80.0");
    }

    private static ReadStatistics read(String file) {
        return ReadStatistics.of(SOURCE.reader(), file, SHIPPED);
    }
}
