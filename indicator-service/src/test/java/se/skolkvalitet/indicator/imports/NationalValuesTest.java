package se.skolkvalitet.indicator.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.kit.imports.LineFault;

/** The source's figures of the nation. The answers are made up, in the shape of the source's. */
class NationalValuesTest {
    private static final StatisticsSource OF_COMPULSORY_SCHOOL = StatisticsSource.SKOLVERKET_NATIONAL_VALUES_GR;
    private static final StatisticsSource OF_PROGRAMMES = StatisticsSource.SKOLVERKET_NATIONAL_VALUES_GY;

    private static String ofProgramme(String code, String certified, String exam) {
        return """
                {"programCode":"%s","sveSubjectTest":"Svenska 3","totalNumberOfPupils":null,\
                "certifiedTeachersQuota":[{"value":"%s","valueType":"EXISTS","timePeriod":"2023/24"}],\
                "ratioOfPupilsWithExamWithin3Years":[{"value":"%s","valueType":"EXISTS","timePeriod":"2020/21"}],\
                "_links":{}}
                """.formatted(code, certified, exam);
    }

    @Test
    void figuresAreOfTheNation() {
        ReadStatistics read = read(OF_COMPULSORY_SCHOOL, """
                {"studentsPerTeacherQuota":[{"value":"12,0","valueType":"EXISTS","timePeriod":"2023/24"}],\
                "specialTeacherPositions":[{"value":"4 397,9","valueType":"EXISTS","timePeriod":"2023/24"}],\
                "totalNumberOfPupils":null,"_links":{}}""");

        assertThat(read.faults()).isEmpty();
        assertThat(read.observations()).extracting(Observation::level).containsOnly(Level.NATION);
        assertThat(read.observationsInShort())
                .containsExactly(
                        "00 gr.pupils-per-teacher 2023/24 12.0", "00 gr.special-teacher-positions 2023/24 4397.9");
    }

    @Test
    void eachProgrammeHasItsAnswerAndWhatIsOfAllOfThemIsTakenOnce() {
        ReadStatistics read =
                read(OF_PROGRAMMES, ofProgramme("EK", "84,2", "84,6") + ofProgramme("NA", "84,2", "86,0"));

        assertThat(read.faults()).isEmpty();
        assertThat(read.observationsInShort())
                .containsExactly(
                        "00 gy.certified-teachers 2023/24 84.2",
                        "00 gy.exam-3 2020/21 EK 84.6",
                        "00 gy.exam-3 2020/21 NA 86.0");
    }

    @Test
    void whatIsOfAllProgrammesMustBeTheSameInEach() {
        ReadStatistics read =
                read(OF_PROGRAMMES, ofProgramme("EK", "84,2", "84,6") + ofProgramme("NA", "84,3", "86,0"));

        assertThat(read.faults())
                .containsExactly(new LineFault(
                        2,
                        "certifiedTeachersQuota[0]",
                        "contradiction",
                        "The figure is not the one of the same period in certifiedTeachersQuota[0] on line 1."));
    }

    @Test
    void whatIsOfAllProgrammesIsTakenFromTheNextLineWhereTheFirstIsFaulty() {
        ReadStatistics read =
                read(OF_PROGRAMMES, ofProgramme("EK", "84,2", "184,6") + ofProgramme("NA", "84,2", "86,0"));

        assertThat(read.faultsInShort()).containsExactly("1 ratioOfPupilsWithExamWithin3Years[0] range");
        assertThat(read.observationsInShort())
                .containsExactly("00 gy.certified-teachers 2023/24 84.2", "00 gy.exam-3 2020/21 NA 86.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        SKOLVERKET_NATIONAL_VALUES_GR   | {"schoolUnit":"10000001","certifiedTeachersQuota":[]}                         | schoolUnit                   | level
        SKOLVERKET_NATIONAL_VALUES_GY   | {"programCode":"EK","programMetrics":[{"programCode":"EK","schoolUnit":"1"}]} | programMetrics[0].schoolUnit | level
        SKOLVERKET_NATIONAL_VALUES_GY   | {"certifiedTeachersQuota":[]}                                                 | programCode                  | required
        SKOLVERKET_NATIONAL_VALUES_GY   | {"programCode":null}                                                          | programCode                  | required
        SKOLVERKET_NATIONAL_VALUES_GRAN | {"programCode":"EK","certifiedTeachersQuota":[]}                              | programCode                  | school-form
        SKOLVERKET_NATIONAL_VALUES_FSK  | {"certifiedTeachersQuota":[{"value":"101","valueType":"EXISTS","timePeriod":"2023/24"}]} | certifiedTeachersQuota[0] | range
        SKOLVERKET_NATIONAL_VALUES_GYAN | {"status":"OK","message":"Success","body":null}                               | body                         | required
        """)
    void namesWhatIsNoFigureOfTheNation(StatisticsSource source, String line, String field, String rule) {
        ReadStatistics read = read(source, line);

        assertThat(read.observations()).isEmpty();
        assertThat(read.faultsInShort()).containsExactly("1 %s %s".formatted(field, rule));
    }

    private static ReadStatistics read(StatisticsSource source, String file) {
        return ReadStatistics.of(source.reader(), file, ReadStatistics.shipped(source));
    }
}
