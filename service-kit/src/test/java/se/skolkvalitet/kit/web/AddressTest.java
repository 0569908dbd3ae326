package se.skolkvalitet.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/things",
                "/v1/things?limit=3&cursor=",
                "/v1/%C3%A5r?q=%F0%9F%98%80",
                "/v1/a%2Fb?x=a%20b+c;d",
                "/v1/a%3Bb/.well-known/..a/a..",
                "/v1/things?&&="
            })
    void anAddressWithoutFaultsPasses(String address) {
        assertThat(Address.fault(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /v1/a%00b          | path  | control-character
        /v1/%7F            | path  | control-character
        /v1/%zz            | path  | percent-encoding
        /v1/%4             | path  | percent-encoding
        /v1/%C3%28         | path  | utf-8
        /v1/%ED%A0%80      | path  | utf-8
        /v1/a?q=%0D%0Ab    | q     | control-character
        /v1/a?%00=b        | query | control-character
        /v1/a?a=b&q=%FF    | q     | utf-8
        /v1/a;b=c          | path  | path-parameter
        /v1/;              | path  | path-parameter
        /v1/../q/health    | path  | dot-segment
        /v1/%2e%2E/q       | path  | dot-segment
        /v1/.%2e           | path  | dot-segment
        /v1/./a?b=c        | path  | dot-segment
        /v1/<a>            | address | uri
        /v1/a?q="b"        | address | uri
        """)
    void theFirstFaultIsNamedByFieldAndRule(String address, String field, String rule) {
        assertThat(Address.fault(address)).hasValueSatisfying(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.rule()).isEqualTo(rule);
        });
    }
}
