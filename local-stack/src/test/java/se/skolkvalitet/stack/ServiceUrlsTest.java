package se.skolkvalitet.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceUrlsTest {
    private static final String THREE =
            "indicator-service=http://a:2,dialogue-service=http://a:3,regional-office-service=https://b/regional/";

    @Test
    void namesTheServicesInAnyOrder() {
        ServiceUrls urls = ServiceUrls.parse(THREE + ", framework-service=http://a:1");

        assertThat(urls.of(ServiceKind.FRAMEWORK)).isEqualTo("http://a:1");
        assertThat(urls.of(ServiceKind.REGIONAL_OFFICE)).isEqualTo("https://b/regional");
    }

    @Test
    void aServiceThatIsNotNamedIsRefused() {
        assertThatThrownBy(() -> ServiceUrls.parse(THREE))
                .isInstanceOf(StackRefused.class)
                .hasMessageContaining("each of the four services");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "framework=http://a:1, 'framework' is none of the services",
                "framework-service, 'framework-service' is not name=address",
                "framework-service=, '' is no address of framework-service",
                "framework-service=a:1, 'a:1' is no address of framework-service",
                "framework-service=ftp://a, 'ftp://a' is no address of framework-service",
                "framework-service=http://a b, 'http://a b' is no address of framework-service"
            })
    void whatIsNoServiceWithAnAddressIsRefusedAndNamed(String wrong, String told) {
        assertThatThrownBy(() -> ServiceUrls.parse(THREE + "," + wrong))
                .isInstanceOf(StackRefused.class)
                .hasMessageContaining(told);
    }
}
