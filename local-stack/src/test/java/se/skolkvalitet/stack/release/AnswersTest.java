package se.skolkvalitet.stack.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"a": 1}              | {"b": 1}              | /a: was 1, is not there
                    {"a": 1}              | {"a": 2}              | /a: was 1, is 2
                    {"a": null}           | {"a": 2}              | /a: was null, is 2
                    {"a": "1"}            | {"a": 1}              | /a: was "1", is 1
                    {"a": [1, 2]}         | {"a": [2, 1]}         | /a/0: was 1, is 2 /a/1: was 2, is 1
                    {"a": [1]}            | {"a": [1, 2]}         | /a: was [1], is [1,2]
                    {"a": [{"b": true}]}  | {"a": [{"c": true}]}  | /a/0/b: was true, is not there
                    """)
    void whatIsNoLongerSaidIsToldWithItsPlace(String then, String now, String told) throws JsonProcessingException {
        List<String> missing = compared(then, now);

        assertThat(String.join(" ", missing)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"a": 1}              | {"a": 1, "b": 2}
                    {"a": 1}              | {"a": 1.0}
                    {"a": [{"b": 1}]}     | {"a": [{"c": 2, "b": 1}]}
                    """)
    void moreMayBeSaid(String then, String now) throws JsonProcessingException {
        List<String> missing = compared(then, now);

        assertThat(missing).isEmpty();
    }

    private static List<String> compared(String then, String now) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        List<String> missing = new ArrayList<>();
        Answers.compare("", json.readTree(then), json.readTree(now), missing);
        return missing;
    }
}
