package se.skolkvalitet.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.kit.web.JsonSettings;

class JsonFaultTest {
    private final ObjectMapper mapper = new ObjectMapper();

    JsonFaultTest() {
        new JsonSettings().customize(mapper);
    }

    private record Counted(long count, int small) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"count": 9223372036854775808} | count | range
                    {"small": 2147483648}          | small | range
                    {"count": "a"}                 | count | type
                    {"count": 1.5}                 | count | type
                    {"count": 1, "small": 1, "other": 1} | other | unknown-field
                    {"count": 1                    | ``    | json
                    """)
    void whatCannotBeReadNamesFieldAndRule(String json, String field, String rule) {
        JacksonException met =
                catchThrowableOfType(JacksonException.class, () -> mapper.readValue(json, Counted.class));

        FieldError fault = JsonFault.of(met);

        assertThat(fault.field()).isEqualTo(field);
        assertThat(fault.rule()).isEqualTo(rule);
    }
}
