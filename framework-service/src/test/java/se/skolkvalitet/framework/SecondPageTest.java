package se.skolkvalitet.framework;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.qute.TemplateException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page of a feature gets from {@code HtmlPage} and the layout. */
@QuarkusTest
class SecondPageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sv | Hoppa till innehållet | en | In English
        en | Skip to the content   | sv | På svenska
        """)
    void isInOneLanguageAndLinksToItselfInTheOther(String language, String words, String other, String link) {
        Response page = given().header("Accept-Language", language).get("/second-page?about=x");

        page.then()
                .statusCode(200)
                .contentType("text/html;charset=utf-8")
                .body(containsString("<html lang=\"%s\">".formatted(language)))
                .body(containsString(words))
                .body(containsString(
                        "lang=%s\" lang=\"%s\" hreflang=\"%s\">%s</a>".formatted(other, other, other, link)));
    }

    @ParameterizedTest
    @CsvSource({"sv", "en"})
    void tellsBrowsersAndCachesOfItsLanguage(String language) {
        Response page = given().header("Accept-Language", language).get("/second-page?about=x");

        page.then()
                .header("Content-Language", equalTo(language))
                .header("Vary", equalTo("Accept, Accept-Language, Accept-Encoding"));
    }

    @Test
    void theLinkToTheOtherLanguageKeepsTheRestOfTheQuery() {
        Response page = given().urlEncodingEnabled(false).get("/second-page?lang=sv&about=m%C3%A5l%26mer");

        String link = page.htmlPath().getString("html.body.header.nav.a.@href");
        assertThat(link.substring(1).split("&")).containsExactlyInAnyOrder("about=m%C3%A5l%26mer", "lang=en");
    }

    @Test
    void aPageThatIsRenderedInAnotherWayFailsInsteadOfMixingLanguages() {
        assertThatThrownBy(() -> SecondPageResource.Templates.secondPage("x").render())
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("language");
    }
}
