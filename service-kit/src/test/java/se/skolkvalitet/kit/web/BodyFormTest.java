package se.skolkvalitet.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyFormTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "identity", " Identity "})
    void aBodyAsItIsIsRead(String encoding) {
        assertThat(BodyForm.fault(encoding, MediaType.APPLICATION_JSON)).isEmpty();
        assertThat(BodyForm.fault(encoding, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity, gzip", "br"})
    void anEncodedBodyIsNot(String encoding) {
        assertThat(BodyForm.fault(encoding, null))
                .hasValueSatisfying(fault -> assertThat(fault).contains("Content-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "UTF-8", "UTF8", "us-ascii"})
    void aBodyInUtf8IsRead(String charset) {
        assertThat(BodyForm.fault(null, type(charset))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso-8859-1", "utf-16", "", "nonsense"})
    void aBodyInAnotherCharsetIsNot(String charset) {
        assertThat(BodyForm.fault(null, type(charset)))
                .hasValueSatisfying(fault -> assertThat(fault).contains("UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "json"})
    void aTypeThatIsNoneNamesNoCharset(String type) {
        assertThat(BodyForm.fault(null, type)).isEmpty();
    }

    private static String type(String charset) {
        return "application/json; charset=\"%s\"".formatted(charset);
    }
}
