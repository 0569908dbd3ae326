package se.skolkvalitet.kit.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.kit.test.EmbeddedStack;
import se.skolkvalitet.kit.test.hostile.RawHttp;

/** Clients that begin a body and never end it, more of them than there are threads to wait for them. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class SlowBodiesTest {
    private static final int MORE_THAN_THREADS = 250;
    private static final Duration LIMIT = Duration.ofSeconds(15);

    @Inject
    Jdbi jdbi;

    private final List<Socket> clients = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void noThings() {
        jdbi.useHandle(handle -> handle.execute("truncate thing, idempotency_key"));
    }

    @AfterEach
    void hangUp() throws IOException {
        threads.shutdown();
        for (Socket client : clients) {
            client.close();
        }
        await().until(() -> status(post(100)) != 503 && status(upload()) != 503);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/things,application/json,Content-Length: 100",
        "/v1/things,application/json,Transfer-Encoding: chunked",
        "/v1/files,application/octet-stream,Content-Length: 100",
        "/v1/files,application/octet-stream,Transfer-Encoding: chunked"
    })
    void othersAreAnsweredWhileBodiesDoNotCome(String path, String type, String length) throws Exception {
        String start = length.startsWith("Content") ? "{\"a\":" : "64\r\n{\"a\":";
        begin(MORE_THAN_THREADS, head(path, type, length) + start);

        assertThat(get("/v1/things")).isEqualTo(200);
        assertThat(get("/q/health/live")).isEqualTo(200);
    }

    @Test
    void aBodyThatDoesNotComeIsGivenUp() throws IOException {
        String request = head("/v1/things", "application/json", "Content-Length: 100") + "{\"a\":";

        RawHttp.Answer answer = RawHttp.send(RestAssured.port, request.getBytes(StandardCharsets.US_ASCII), false);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("connection", "close");
        JsonPath problem = JsonPath.from(answer.body());
        assertThat(problem.getString("type")).isEqualTo("urn:skolkvalitet:problem:invalid-request");
        assertThat(problem.getString("detail")).isEqualTo("The body was not complete after 10 seconds.");
        assertThat(problem.getString("traceId"))
                .isEqualTo(answer.headers().get("traceparent").split("-")[1]);
    }

    @Test
    void bodiesThatDoNotComeDoNotFillTheMemory() throws IOException {
        begin(MORE_THAN_THREADS, head("/v1/things", "application/json", "Content-Length: 2000") + " ".repeat(1000));

        Response refused = await().until(() -> post(100), answer -> answer.statusCode() == 503);

        isUnavailable(refused);
        assertThat(refused.header("Connection")).isEqualTo("close");
    }

    @Test
    void theMemoryOfABodyIsFreeWhenItsRequestWasAnswered() {
        for (int i = 0; i < MORE_THAN_THREADS; i++) {
            assertThat(status(post(1900))).isNotEqualTo(503);
        }
    }

    @Test
    void fewLargeBodiesAreAtWorkAtOnce() {
        List<CompletableFuture<Integer>> statuses = jdbi.inTransaction(handle -> {
            handle.execute("lock table thing");
            List<CompletableFuture<Integer>> waiting = IntStream.range(0, 12)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> status(post(1900)), threads))
                    .toList();
            await().until(() ->
                    waiting.stream().filter(CompletableFuture::isDone).count() == 2);
            return waiting;
        });

        assertThat(statuses.stream().map(CompletableFuture::join).filter(status -> status == 503))
                .hasSize(2);
    }

    @Test
    void aFileIsRefusedWhileAsManyAsMayBeAreOnTheirWay() throws IOException {
        begin(20, head("/v1/files", "application/octet-stream", "Content-Length: 100") + "abc");

        Response refused = await().until(SlowBodiesTest::upload, answer -> answer.statusCode() == 503);

        isUnavailable(refused);
    }

    private void begin(int count, String request) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket client = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
            clients.add(client);
            client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void isUnavailable(Response answer) {
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:skolkvalitet:problem:unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    private static Response post(int length) {
        String end = "{\"code\":\"a\"}";
        return given().contentType("application/json")
                .body(" ".repeat(length - end.length()) + end)
                .post("/v1/things");
    }

    private static Response upload() {
        return given().contentType("application/octet-stream; charset=utf-8")
                .body(new byte[] {1})
                .post("/v1/files");
    }

    private static int status(Response answer) {
        return answer.statusCode();
    }

    private static int get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .timeout(LIMIT)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String head(String path, String type, String length) {
        return "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\n%s\r\n\r\n".formatted(path, type, length);
    }
}
