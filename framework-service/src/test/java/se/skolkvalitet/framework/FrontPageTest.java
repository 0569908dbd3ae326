package se.skolkvalitet.framework;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.FrontPages;

@QuarkusTest
class FrontPageTest {
    @Test
    void everyLinkLeadsSomewhere() {
        FrontPages.assertEveryLinkLeadsSomewhere();
    }

    @Test
    void theRepresentationIsTheOneAskedFor() {
        FrontPages.assertTheRepresentationIsTheOneAskedFor();
    }

    @Test
    void aBrowserGetsAPageInTheLanguageItPrefers() {
        Response page = given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", "en-GB,en;q=0.9,sv;q=0.5")
                .get("/");

        page.then()
                .statusCode(200)
                .contentType("text/html;charset=utf-8")
                .header("Content-Language", equalTo("en"))
                .body(containsString("<html lang=\"en\">"))
                .body(containsString("<h1>Framework service</h1>"))
                .body(containsString("What is here"));
    }

    @Test
    void theOtherLanguageIsALinkAway() {
        Response page = given().accept("text/html").get("/?lang=sv");

        page.then()
                .body(containsString("<h1>Ramverkstjänsten</h1>"))
                .body(containsString("Vad som finns här"))
                .body(containsString("href=\"?lang=en\""));
    }

    @Test
    void whoAsksForNothingInParticularGetsJson() {
        Response page = given().get("/");

        page.then()
                .contentType("application/json")
                .body("service", equalTo("framework-service"))
                .body("resources[0].path", equalTo("/v1/editions/current"));
    }

    @Test
    void aPageThatHasNotChangedIsAnsweredWithoutABody() {
        String tag = given().accept("text/html").get("/?lang=sv").header("ETag");

        Response again =
                given().accept("text/html").header("If-None-Match", tag).get("/?lang=sv");

        again.then().statusCode(304);
    }
}
