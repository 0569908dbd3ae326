package se.skolkvalitet.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.kit.test.EmbeddedStack;
import se.skolkvalitet.kit.test.hostile.RawHttp;
import se.skolkvalitet.kit.test.hostile.RawHttp.Answer;
import se.skolkvalitet.kit.testapp.LoggedErrors;

/** Bodies as they come over the wire: in chunks, with trailers, too large, broken. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class BodiesTest {
    private static final String CHUNKED = "Transfer-Encoding: chunked";
    private static final long FIVE_GIGABYTES = 5_000_000_000L;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void noThings() {
        jdbi.useHandle(handle -> handle.execute("truncate thing, idempotency_key"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c\r\n{\"code\":\"a\"}\r\n0\r\n\r\n",
                "5\r\n{\"cod\r\n7\r\ne\":\"a\"}\r\n0\r\n\r\n",
                "c\r\n{\"code\":\"a\"}\r\n0\r\nX-Checksum: 1\r\n\r\n",
                "5;name=value\r\n{\"cod\r\n7\r\ne\":\"a\"}\r\n0\r\nX-One: 1\r\nX-Two: 2\r\n\r\n"
            })
    void aBodyInChunksIsReadAndItsTrailerPassedOver(String chunks) throws IOException {
        Answer answer = send("POST /v1/things", CHUNKED, chunks);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void aFileInChunksWithATrailerIsTaken() throws IOException {
        Answer answer = sendFile(CHUNKED, "3\r\nabc\r\n0\r\nX-Checksum: 1\r\n\r\n");

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithoutAStatedLengthToo() throws IOException {
        String json = "{\"code\":\"%s\"}".formatted("a".repeat(5000));

        Answer answer = send("POST /v1/things", CHUNKED, "%x\r\n%s\r\n0\r\n\r\n".formatted(json.length(), json));

        isTooLarge(answer, "2000 bytes");
    }

    @ParameterizedTest
    @ValueSource(longs = {2001, FIVE_GIGABYTES})
    void aBodyThatIsTooLargeIsRefusedBeforeItIsSent(long length) throws IOException {
        Answer answer = send("POST /v1/things", "Content-Length: " + length, "");

        isTooLarge(answer, "2000 bytes");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsSent() throws IOException {
        Answer answer = sendFile("Content-Length: " + FIVE_GIGABYTES, "");

        isTooLarge(answer, "4294967296 bytes");
    }

    @ParameterizedTest
    @CsvSource({"/v1/things,application/json,201", "/v1/files,application/octet-stream,202"})
    void aClientThatWaitsToBeAskedForItsBodyIsAsked(String path, String type, int status) throws IOException {
        String body = "{\"code\":\"a\"}";
        String asking = "Expect: 100-continue\r\nContent-Length: " + body.length();

        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            client.setSoTimeout(10_000);
            write(client, head("POST " + path, type, asking));
            String asked = "HTTP/1.1 100 Continue\r\n\r\n";
            assertThat(text(client.getInputStream().readNBytes(asked.length()))).isEqualTo(asked);
            write(client, body);

            String answer = "HTTP/1.1 " + status;
            assertThat(text(client.getInputStream().readNBytes(answer.length())))
                    .isEqualTo(answer);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/things,application/json,Content-Encoding: gzip",
        "/v1/things,application/json;charset=iso-8859-1,Content-Encoding: identity",
        "/v1/files,application/octet-stream,Content-Encoding: br",
        "/v1/files,application/octet-stream;charset=utf-16,Content-Encoding: identity"
    })
    void aBodyThatIsWrittenOtherwiseIsNotReadAsIfItWereNot(String path, String type, String encoding)
            throws IOException {
        String body = "{\"code\":\"a\"}";

        Answer answer = send(head("POST " + path, type, encoding + "\r\nContent-Length: " + body.length()) + body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(415);
        JsonPath problem = JsonPath.from(answer.body());
        assertThat(problem.getString("type")).isEqualTo("urn:skolkvalitet:problem:unsupported-media-type");
        assertThat(problem.getString("detail")).containsAnyOf("Content-Encoding", "UTF-8");
    }

    @Test
    void anOperationThatTakesNoBodyDoesNotFailForOne() throws IOException {
        send("POST /v1/things", "Content-Length: 12", "{\"code\":\"a\"}");

        Answer answer = send("PUT /v1/things/a", "If-Match: \"1\"\r\nContent-Length: " + FIVE_GIGABYTES, "");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/v1/things,application/json", "/v1/files,application/octet-stream"})
    void aBodyWithBrokenChunksEndsTheConnectionAndIsNoFailureOfTheService(String path, String type) {
        String request = head("POST " + path, type, CHUNKED) + "5\r\n{\"cod\r\nno number\r\ne\":\"a\"}\r\n0\r\n\r\n";

        try (LoggedErrors errors = new LoggedErrors()) {
            assertThat(statusOrClosed(request)).isIn(0, 400);
            staysWithoutErrors(errors);
        }
    }

    @ParameterizedTest
    @CsvSource({"/v1/things,application/json", "/v1/files,application/octet-stream"})
    void aClientThatIsGoneInTheMiddleOfItsBodyIsNoFailureOfTheService(String path, String type) throws IOException {
        String request = head("POST " + path, type, "Content-Length: 1000") + "{\"cod";

        try (LoggedErrors errors = new LoggedErrors()) {
            try (Socket client = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
                write(client, request);
            }
            staysWithoutErrors(errors);
        }
    }

    @Test
    void theRestOfAFileThatWasGivenUpIsThrownAwayAndTheNextRequestAnswered() throws IOException {
        String part = "100000\r\n%s\r\n".formatted("x".repeat(0x100000));
        String next = "0\r\n\r\nGET /v1/things HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            client.setSoTimeout(10_000);
            long before = usedBytes();
            write(client, head("POST /v1/files", "application/octet-stream", CHUNKED) + part);
            await().until(() -> jdbi.withHandle(handle -> handle.execute("delete from upload")) == 1);
            write(client, part);
            InputStream answers = client.getInputStream();
            String refused = "HTTP/1.1 500";
            assertThat(text(answers.readNBytes(refused.length()))).isEqualTo(refused);
            for (int i = 0; i < 64; i++) {
                write(client, part);
            }

            await().untilAsserted(() -> assertThat(usedBytes() - before).isLessThan(30_000_000));
            write(client, next);
            assertThat(text(answers.readAllBytes())).contains("HTTP/1.1 200");
        }
    }

    private static void write(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(byte[] answer) {
        return new String(answer, StandardCharsets.UTF_8);
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** The service's thread hears of the end of a connection after the client does. */
    private static void staysWithoutErrors(LoggedErrors errors) {
        await().during(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(errors.messages()).isEmpty());
    }

    private static int statusOrClosed(String request) {
        try {
            return RawHttp.send(RestAssured.port, request.getBytes(StandardCharsets.US_ASCII), false)
                    .status();
        } catch (IOException closed) {
            return 0;
        }
    }

    private static void isTooLarge(Answer answer, String most) {
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.headers()).containsEntry("connection", "close");
        JsonPath problem = JsonPath.from(answer.body());
        assertThat(problem.getString("type")).isEqualTo("urn:skolkvalitet:problem:too-large");
        assertThat(problem.getString("detail")).contains(most);
    }

    private static Answer send(String operation, String headers, String body) throws IOException {
        return send(head(operation, "application/json", headers) + body);
    }

    private static Answer sendFile(String headers, String body) throws IOException {
        return send(head("POST /v1/files", "application/octet-stream", headers) + body);
    }

    private static Answer send(String request) throws IOException {
        return RawHttp.send(RestAssured.port, request.getBytes(StandardCharsets.US_ASCII), false);
    }

    private static String head(String operation, String type, String headers) {
        return "%s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\n%s\r\n\r\n".formatted(operation, type, headers);
    }
}
