package se.skolkvalitet.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.kit.test.EmbeddedStack;
import se.skolkvalitet.kit.test.hostile.RawHttp;
import se.skolkvalitet.kit.test.hostile.RawHttp.Answer;
import se.skolkvalitet.kit.testapp.FailingRoutes;
import se.skolkvalitet.kit.testapp.LoggedErrors;

/** Requests that fail before a resource is found. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class RequestGateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: a b\r\n",
                "Host: a:99999\r\n",
                "Host: a:99999\r\nAccept: text/html\r\n",
                "Host: a:99999\r\nUser-Agent: curl/8\r\n",
                "Host: :\r\n",
                "Host: [::1\r\n",
                "Host: [zz]\r\n",
                "Host: \r\n",
                ""
            })
    void aHostThatIsNoneIsRefusedByItsName(String headers) throws IOException {
        try (LoggedErrors errors = new LoggedErrors()) {
            Answer answer = send("GET /v1/things HTTP/1.1\r\n" + headers);

            JsonPath problem = problem(answer, 400, "invalid-request");
            assertThat(problem.getString("errors[0].field")).isEqualTo("Host");
            assertThat(problem.getString("errors[0].rule")).isEqualTo("host");
            assertThat(errors.messages()).isEmpty();
        }
    }

    @Test
    void aProbeOfALoadBalancerNeedsNoHost() throws IOException {
        assertThat(send("GET /q/health/live HTTP/1.0\r\n").status()).isEqualTo(200);
        problem(send("GET /v1/things HTTP/1.0\r\n"), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET *", "OPTIONS *", "GET v1/things"})
    void anAddressWithoutASlashIsNothing(String line) throws IOException {
        problem(send(line + " HTTP/1.1\r\nHost: a\r\n"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/things//",
                "/v1//things",
                "//v1/things",
                "/v1/things//?limit=1",
                "//",
                "/q//health",
                "http://a/v1/things//"
            })
    void aPathWithAnEmptySegmentIsNothing(String address) throws IOException {
        JsonPath problem = problem(send("GET " + address + " HTTP/1.1\r\nHost: a\r\n"), 404, "not-found");

        assertThat(problem.getString("detail")).startsWith("There is nothing at /");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/things", "/v1/words?word=//", "http://a/v1/things"})
    void slashesAreNothingToRefuseElsewhere(String address) throws IOException {
        assertThat(send("GET " + address + " HTTP/1.1\r\nHost: a\r\n").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "/%", "/v1/%zz", "/v1/things/%c3%28", "/v1/things?code=%e5%"})
    void anAddressThatCannotBeDecodedIsRefused(String address) throws IOException {
        try (LoggedErrors errors = new LoggedErrors()) {
            problem(send("GET " + address + " HTTP/1.1\r\nHost: a\r\n"), 400, "invalid-request");
            assertThat(errors.messages()).isEmpty();
        }
    }

    @Test
    void whatIsRefusedBeforeItsBodyIsReadIsTheLastOfItsConnection() throws IOException {
        String request = "POST /v1/things HTTP/1.1\r\nHost: a b\r\nContent-Length: 5000000000\r\n\r\n";

        Answer answer = RawHttp.send(RestAssured.port, request.getBytes(StandardCharsets.US_ASCII), false);

        problem(answer, 400, "invalid-request");
        assertThat(answer.headers()).containsEntry("connection", "close");
    }

    @Test
    void whoFindsNoThreadIsToldWhenToComeAgain() throws IOException {
        Answer answer = send("GET " + FailingRoutes.NO_THREAD + " HTTP/1.1\r\nHost: a\r\n");

        assertThat(answer.headers()).containsEntry("retry-after", "5");
    }

    @ParameterizedTest
    @CsvSource({
        FailingRoutes.NO_THREAD + ",503,unavailable,0",
        FailingRoutes.CLIENT_GONE + ",500,internal-error,0",
        FailingRoutes.BROKEN + ",500,internal-error,1"
    })
    void onlyAFaultOfOursIsLogged(String path, int status, String type, int logged) throws IOException {
        try (LoggedErrors errors = new LoggedErrors()) {
            problem(send("GET " + path + " HTTP/1.1\r\nHost: a\r\n"), status, type);
            assertThat(errors.messages()).hasSize(logged);
        }
    }

    private static JsonPath problem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "Stack", "stack");
        JsonPath problem = JsonPath.from(answer.body());
        assertThat(problem.getString("type")).isEqualTo("urn:skolkvalitet:problem:" + type);
        assertThat(problem.getString("traceId")).matches("[0-9a-f]{32}");
        return problem;
    }

    private static Answer send(String head) throws IOException {
        String request = head + "Connection: close\r\n\r\n";
        return RawHttp.send(RestAssured.port, request.getBytes(StandardCharsets.US_ASCII), false);
    }
}
