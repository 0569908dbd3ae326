package se.skolkvalitet.kit.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What holds for the front page of every service. */
public final class FrontPages {
    private static final Pattern LINK = Pattern.compile("<a href=\"([/?][^\"]*)\"");

    private FrontPages() {}

    /** Fails where a link of the page leads to no resource. An empty service may still have nothing there. */
    public static void assertEveryLinkLeadsSomewhere() {
        String page = given().accept("text/html").get("/").asString();
        List<String> links = LINK.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(FrontPages::target)
                .toList();
        assertThat(links).hasSizeGreaterThan(5);
        for (String link : links) {
            Response answer = given().redirects().follow(false).get(link.replace("&amp;", "&"));
            assertThat(answer.statusCode()).as(link).isIn(200, 302, 404, 503);
            assertThat(answer.asString()).as(link).doesNotContain("There is nothing at");
        }
    }

    /** Fails where the page comes in another representation than the one that is asked for, or fails for a language. */
    public static void assertTheRepresentationIsTheOneAskedFor() {
        Map<String, String> asked = Map.of(
                "application/json, text/html;q=0", "application/json",
                "text/html;q=0.1, application/json", "application/json",
                "TEXT/HTML", "text/html;charset=utf-8",
                "text/*", "text/html;charset=utf-8",
                "*/*", "application/json",
                "text/html,application/xhtml+xml,*/*;q=0.8", "text/html;charset=utf-8");
        asked.forEach((accept, type) -> {
            Response answer =
                    given().accept(accept).header("Accept-Language", "-").get("/");
            assertThat(answer.statusCode()).as(accept).isEqualTo(200);
            assertThat(answer.contentType()).as(accept).isEqualToIgnoringCase(type);
        });
        for (String accept : List.of("image/png", "*/*;q=0", "text/html;q=0")) {
            Response answer = given().accept(accept).get("/");
            assertThat(answer.statusCode()).as(accept).isEqualTo(406);
            assertThat(answer.contentType()).as(accept).isEqualTo("application/problem+json");
        }
    }

    private static String target(String link) {
        String reference = link.substring(link.indexOf('"') + 1, link.length() - 1);
        return reference.startsWith("?") ? "/" + reference : reference;
    }
}
