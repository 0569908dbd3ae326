package se.skolkvalitet.indicator.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.jobs.JobFailed;

/** The answers are made up, in the shape of the source's. */
class SchoolSurveyReaderTest {
    private static final Measure[] SHIPPED = ReadStatistics.shipped(StatisticsSource.SKOLVERKET_SCHOOL_SURVEY);

    private static String grade(String name, String semester, String questions) {
        return """
                {"schoolUnitCode":"10000001","semester":"%s","noOfAnswers":"45","schoolYear":"%s","noInGroup":"50",\
                "answeringFrequency":"90%%",%s}""".formatted(semester, name, questions);
    }

    private static String question(String name, String average) {
        return """
                "%s":{"average":%s,"ratioCorrespondsFully":"44%%","ratioCorrespondsNotAtAll":"-",\
                "ratioAlways":null,"questionDescription":"En fråga?","questionSubject":"Trygghet"}""".formatted(name, average);
    }

    private static String ofPupils(String survey, String... grades) {
        return """
                {"survey":"%s","schoolUnit":"10000001","status":"OK","message":"","body":{"schoolYearMetrics":[%s]}}
                """.formatted(survey, String.join(",", grades));
    }

    @Test
    void eachQuestionOfAGradeHasItsAverageInTheSchoolYearOfTheSemester() {
        ReadStatistics read = read(ofPupils(
                "pupilsgr",
                grade(
                        "ak5",
                        "VT26",
                        question("securityMetrics", "\"8,6\"") + "," + question("supportMetrics", "\"-\"")),
                grade("ak8", "HT25", question("securityMetrics", "\"6,0\""))));

        assertThat(read.faults()).isEmpty();
        assertThat(read.observationsInShort())
                .containsExactly(
                        "10000001 gr.survey-safety-5 2025/26 8.6",
                        "10000001 gr.survey-support-5 2025/26 withheld",
                        "10000001 gr.survey-answers-5 2025/26 45",
                        "10000001 gr.survey-safety-8 2025/26 6.0",
                        "10000001 gr.survey-answers-8 2025/26 45");
    }

    /** The source tells it openly. */
    @Test
    void howManyAnsweredIsToldOfWithheldAveragesToo() {
        ReadStatistics read = read(ofPupils("pupilsgr", grade("ak5", "VT26", question("securityMetrics", "\"-\""))));

        assertThat(read.observationsInShort())
                .containsExactly(
                        "10000001 gr.survey-safety-5 2025/26 withheld", "10000001 gr.survey-answers-5 2025/26 45");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<10", "-3", "1 234", "-"})
    void whatIsNoNumberOfAnswersStaysInTheText(String answers) {
        ReadStatistics read = read(ofPupils("pupilsgr", grade("ak5", "VT26", question("securityMetrics", "\"8,6\"")))
                .replace("\"noOfAnswers\":\"45\"", "\"noOfAnswers\":\"%s\"".formatted(answers)));

        assertThat(read.faults()).isEmpty();
        assertThat(read.observations()).singleElement().satisfies(one -> assertThat(one.raw())
                .contains("noOfAnswers " + answers));
    }

    @Test
    void anAnswerThatDoesNotTellHowManyAnsweredHasNoFigureOfIt() {
        ReadStatistics read = read(ofPupils("pupilsgr", grade("ak5", "VT26", question("securityMetrics", "\"8,6\"")))
                .replace("\"noOfAnswers\":\"45\",", ""));

        assertThat(read.faults()).isEmpty();
        assertThat(read.observationsInShort()).containsExactly("10000001 gr.survey-safety-5 2025/26 8.6");
    }

    @Test
    void howManyAFigureRestsOnIsKeptWithIt() {
        ReadStatistics read = read(ofPupils("pupilsgy", grade("ar2", "VT26", question("securityMetrics", "\"8,6\""))));

        assertThat(read.observations())
                .hasSize(2)
                .first()
                .returns(Group.all("gymnasieskola"), Observation::group)
                .returns("8,6; VT26; noOfAnswers 45; noInGroup 50; answeringFrequency 90%", Observation::raw);
    }

    @ParameterizedTest
    @CsvSource({
        "custodiansfsk,fkl.guardians-safety,forskoleklass",
        "custodiansgr,gr.guardians-safety,grundskola",
        "custodiansgran,gran.guardians-safety,anpassad-grundskola"
    })
    void guardiansAreAskedWithoutGrade(String survey, String measure, String schoolForm) {
        ReadStatistics read =
                read("{\"survey\":\"%s\",\"schoolUnit\":\"10000001\",\"semester\":\"VT26\",\"noOfAnswers\":\"292\",%s}"
                        .formatted(survey, question("securityMetrics", "\"8,8\"")));

        assertThat(read.faults()).isEmpty();
        assertThat(read.observations())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.group()).isEqualTo(Group.all(schoolForm)))
                .first()
                .returns(measure, Observation::measure)
                .returns("8,8; VT26; noOfAnswers 292", Observation::raw);
    }

    @Test
    void aQuestionThatWasNotAskedHasNoFigure() {
        ReadStatistics read = read(ofPupils(
                "pupilsgr", grade("ak5", "VT26", question("securityMetrics", "null") + ",\"supportMetrics\":null")));

        assertThat(read.faults()).isEmpty();
        assertThat(read.observations()).isEmpty();
    }

    @Test
    void questionsAndGradesWithoutMeasureArePassedOver() {
        ReadStatistics read = read(ofPupils(
                "pupilsgr",
                grade(
                        "ak5",
                        "VT26",
                        question("securityMetrics", "\"8,6\"") + "," + question("recommendMetrics", "\"7\"")),
                grade("ak2", "en termin", question("securityMetrics", "\"99\""))));

        assertThat(read.faults()).isEmpty();
        assertThat(read.observationsInShort())
                .containsExactly("10000001 gr.survey-safety-5 2025/26 8.6", "10000001 gr.survey-answers-5 2025/26 45");
    }

    @Test
    void aFileOfQuestionsWithoutMeasureIsOfAnotherSource() {
        String file = ofPupils("pupilsgr", grade("ak5", "VT26", question("recommendMetrics", "\"7\"")));

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(JobFailed.class)
                .hasMessage("The edition has no measure for anything in the file: pupilsgr/ak5/recommendMetrics");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"schoolUnit":"10000001","schoolYearMetrics":[]}                                   | survey               | one-of
        {"survey":"teachersgr","schoolUnit":"10000001","schoolYearMetrics":[]}             | survey               | one-of
        {"survey":["pupilsgr"],"schoolUnit":"10000001","schoolYearMetrics":[]}             | survey               | one-of
        {"survey":"pupilsgr","schoolYearMetrics":[]}                                       | schoolUnit           | pattern
        {"survey":"pupilsgr","schoolUnit":1,"schoolYearMetrics":[]}                        | schoolUnit           | pattern
        {"survey":"pupilsgr","schoolUnit":"10000001"}                                      |                      | required
        {"survey":"pupilsgr","schoolUnit":"10000001","schoolYearMetrics":null}             |                      | required
        {"survey":"pupilsgr","schoolUnit":"10000001","schoolYearMetrics":{}}               | schoolYearMetrics    | type
        {"survey":"pupilsgr","schoolUnit":"10000001","schoolYearMetrics":[null]}           | schoolYearMetrics[0] | type
        {"survey":"pupilsgr","schoolUnit":"10000001","schoolYearMetrics":[[[[]]]]}         | schoolYearMetrics[0] | type
        {"survey":"pupilsgr","schoolUnit":"10000001","schoolYearMetrics":[{"schoolUnitCode":"10000002"}]} | schoolYearMetrics[0].schoolUnitCode | contradiction
        {"survey":"custodiansgr","schoolUnit":"10000001","securityMetrics":"8,6"}          | securityMetrics      | type
        {"survey":"custodiansgr","schoolUnit":"10000001","securityMetrics":{"average":[]}} | securityMetrics      | type
        {"survey":"custodiansgr","schoolUnit":"10000001","securityMetrics":{"average":"8,6"}} | semester          | period
        {"survey":"custodiansgr","schoolUnit":"10000001","semester":"2026","securityMetrics":{"average":"8,6"},"supportMetrics":{"average":"8,6"}} | semester | period
        {"survey":"custodiansgr","schoolUnit":"10000001","semester":"VT26","securityMetrics":{"average":"10,1"}} | securityMetrics.average | range
        {"survey":"custodiansgr","schoolUnit":"10000001","semester":"VT26","securityMetrics":{"average":"-1"}}   | securityMetrics.average | range
        {"survey":"custodiansgr","schoolUnit":"10000001","semester":"VT26","securityMetrics":{"average":1e99}}   | securityMetrics.average | value
        {"survey":"custodiansgr","schoolUnit":"10000001","semester":"VT26","securityMetrics":{"average":"bra"}}  | securityMetrics.average | value
        {"survey":"custodiansgr","schoolUnit":"10000001","status":"OK","message":"","body":""}                   | body                    | required
        """)
    void namesWhatIsWrongWithALine(String line, String field, String rule) {
        ReadStatistics read = read(line);

        assertThat(read.observations()).isEmpty();
        assertThat(read.faultsInShort()).containsExactly("1 %s %s".formatted(field == null ? "" : field, rule));
    }

    @Test
    void memoryDoesNotGrowWithTheFile() {
        int lines = 100_000;
        String line = ofPupils("pupilsgr", grade("ak5", "VT26", question("securityMetrics", "\"8,6\"")));

        long count = ReadStatistics.count(new SchoolSurveyReader(), FlatMemory.file(lines, number -> line), SHIPPED);

        assertThat(count).isEqualTo(2L * lines);
    }

    private static ReadStatistics read(String file) {
        return ReadStatistics.of(new SchoolSurveyReader(), file, SHIPPED);
    }
}
