package se.skolkvalitet.kit.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.web.JsonSettings;

class JsonLinesTest {
    private static final ObjectMapper MAPPER = asInAService();
    private static final String MARK = "\ufeff";

    private final LineFaults faults = new LineFaults(found -> {});
    private final List<String> read = new ArrayList<>();

    private static ObjectMapper asInAService() {
        ObjectMapper mapper = new ObjectMapper();
        new JsonSettings().customize(mapper);
        return mapper;
    }

    @Test
    void countsLinesFromOneAndPassesOverEmptyOnes() {
        long lines = read("{\"a\":1}\n\n{\"a\":2}\r\n{\"a\":3}".getBytes(StandardCharsets.UTF_8));

        assertThat(lines).isEqualTo(3);
        assertThat(read).containsExactly("1 {\"a\":1}", "3 {\"a\":2}", "4 {\"a\":3}");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "   \t ", " \r"})
    void aLineOfBlanksIsPassedOverLikeAnEmptyOne(String blank) {
        long lines = read((blank + "\n{\"a\":1}\n" + blank + "\n{\"a\":2}\n" + blank).getBytes(StandardCharsets.UTF_8));

        assertThat(lines).isEqualTo(2);
        assertThat(read).containsExactly("2 {\"a\":1}", "4 {\"a\":2}");
        assertThat(faults.told()).isEmpty();
    }

    @Test
    void aLineBreakOfAnotherSystemInTheMiddleOfATextIsNoPartOfIt() {
        read("{\"a\":\"b\rc\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(read).isEmpty();
        assertThat(faults.told()).extracting(FieldError::rule).containsExactly("json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1} {\"a\":2}", "{\"a\":1}]", "{\"a\":1,\"a\":2}"})
    void whatIsMoreThanOneDocumentOrSaysAFieldTwiceIsAFault(String line) {
        read(line.getBytes(StandardCharsets.UTF_8));

        assertThat(read).isEmpty();
        assertThat(faults.told()).extracting(FieldError::rule).containsExactly("json");
    }

    /** As editors and spreadsheets write it. */
    @Test
    void aByteOrderMarkAtTheStartIsPassedOver() {
        long lines = read((MARK + "{\"a\":1}\n{\"a\":2}").getBytes(StandardCharsets.UTF_8));

        assertThat(lines).isEqualTo(2);
        assertThat(read).containsExactly("1 {\"a\":1}", "2 {\"a\":2}");
        assertThat(faults.told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", MARK, "\n", " \t\n\r\n \n", MARK + "\n"})
    void aFileOfNothingIsNoFile(String nothing) {
        assertThatThrownBy(() -> read(nothing.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JobFailed.class)
                .hasMessage("The file has no lines.");
    }

    @Test
    void aByteOrderMarkElsewhereIsAFaultOfItsLine() {
        read(("{\"a\":1}\n" + MARK + "{\"a\":2}\n").getBytes(StandardCharsets.UTF_8));

        assertThat(faults.told()).extracting(FieldError::field).containsExactly("line 2");
    }

    @Test
    void aByteOrderMarkTakesNothingOfTheLongestLine() {
        String most = documentOf(4 * 1024 * 1024);

        read((MARK + most).getBytes(StandardCharsets.UTF_8));

        assertThat(read).containsExactly("1 " + most);
    }

    @Test
    void takesTheBodyOutOfAWholeAnswer() {
        read("{\"status\":\"OK\",\"message\":\"\",\"body\":{\"a\":1}}".getBytes(StandardCharsets.UTF_8));

        assertThat(read).containsExactly("1 {\"a\":1}");
    }

    @Test
    void whatIsWrittenBesideAnAnswerBelongsToItsBody() {
        read("{\"unit\":1,\"a\":2,\"status\":\"200 OK\",\"message\":\"\",\"body\":{\"a\":1}}"
                .getBytes(StandardCharsets.UTF_8));

        assertThat(read).containsExactly("1 {\"a\":1,\"unit\":1}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"status":"NOT_FOUND","message":"Not Found","body":null}     | status | status
        {"status":"NOT_FOUND","message":"Not Found","body":{"a":1}}  | status | status
        {"status":null,"body":{"a":1}}                               | status | status
        {"status":{},"body":{"a":1}}                                 | status | status
        {"status":"OK","message":"Success","body":null}              | body   | required
        {"status":"OK","message":"Success","body":""}                | body   | required
        {"status":"OK","message":"Success","body":[{"a":1}]}         | body   | required
        """)
    void anAnswerThatSaysThatThereIsNoneIsAFault(String line, String field, String rule) {
        read((line + "\n{\"a\":9}").getBytes(StandardCharsets.UTF_8));

        assertThat(faults.told()).extracting(FieldError::field).containsExactly("line 1: " + field);
        assertThat(faults.told()).extracting(FieldError::rule).containsExactly(rule);
        assertThat(read).containsExactly("2 {\"a\":9}");
    }

    @Test
    void namesEachBrokenLineAndReadsOn() {
        byte[] latin1 = "{\"a\":\"\u00e5\"}\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] rest = "[1]\n{\"a\"\n{\"a\":9}\n".getBytes(StandardCharsets.UTF_8);
        byte[] file = new byte[latin1.length + rest.length];
        System.arraycopy(latin1, 0, file, 0, latin1.length);
        System.arraycopy(rest, 0, file, latin1.length, rest.length);

        read(file);

        assertThat(faults.told()).extracting(FieldError::field).containsExactly("line 1", "line 2", "line 3");
        assertThat(faults.told()).extracting(FieldError::rule).containsExactly("utf-8", "json", "json");
        assertThat(read).containsExactly("4 {\"a\":9}");
    }

    @Test
    void refusesALineWithATextThatNoDatabaseCanStoreWhereverItStands() {
        read("""
                {"a":"\\u0000"}
                {"a":[{"b":"x"},{"b":"\\ud83d"}]}
                {"a":{"\\u0000":1}}
                {"a":"\\ud83d\\ude00 \\u00e5 \\\\u0000"}
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(faults.told()).extracting(FieldError::rule).containsOnly("plain-text");
        assertThat(faults.told())
                .extracting(FieldError::field)
                .containsExactly("line 1: a", "line 2: a[1].b", "line 3: a.\\u0000");
        assertThat(read).singleElement().asString().startsWith("4 ");
    }

    @Test
    void aLineHasAtMostFourMebibytesAndALongerOneIsPassedOver() {
        String most = documentOf(4 * 1024 * 1024);
        String oneMore = documentOf(4 * 1024 * 1024 + 1);

        read((most + '\n' + oneMore + "\n{\"a\":9}").getBytes(StandardCharsets.UTF_8));

        assertThat(faults.told()).extracting(FieldError::field).containsExactly("line 2");
        assertThat(faults.told()).extracting(FieldError::rule).containsExactly("too-long");
        assertThat(read).containsExactly("1 " + most, "3 {\"a\":9}");
    }

    private static String documentOf(int bytes) {
        String around = "{\"a\":\"\"}";
        return "{\"a\":\"" + "x".repeat(bytes - around.length()) + "\"}";
    }

    private long read(byte[] file) {
        return JsonLines.read(
                new ByteArrayInputStream(file), MAPPER, faults, (line, json) -> read.add(line + " " + json));
    }
}
