package se.skolkvalitet.kit.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files on their way to a job, from clients that are slow, go away or repeat themselves. */
@QuarkusTest
class UploadsTest {
    private static final int PIECE = 1_200_000;

    @Inject
    Jdbi jdbi;

    @Inject
    UploadStore store;

    @Inject
    JobStore jobs;

    @TestHTTPResource("/v1/files")
    URI files;

    @BeforeEach
    void nothingStored() {
        jdbi.useHandle(handle -> handle.execute("delete from upload"));
    }

    @Test
    void aSlowClientHoldsNoTransactionWhileItsFileIsStoredPartByPart() throws IOException {
        try (SlowClient client = new SlowClient(files)) {
            client.send(PIECE);
            await().during(Duration.ofSeconds(2)).until(() -> oldestTransactionMillis() < 1000);
            assertThat(parts()).isEqualTo(1);
            client.send(PIECE);
            await().during(Duration.ofSeconds(2)).until(() -> oldestTransactionMillis() < 1000);
            assertThat(parts()).isEqualTo(2);

            String location = client.finish();

            JsonPath job = ended(location);
            assertThat(job.getInt("report.bytes")).isEqualTo(2 * PIECE);
            assertThat(parts()).isZero();
        }
    }

    /** Java's own client does; the server would gather the file in memory before it goes over. */
    @Test
    void theFileOfAClientThatOffersHttp2StreamsAsAnyOther() throws IOException, InterruptedException {
        byte[] file = new byte[20 * PIECE];
        file[0] = 1;
        HttpRequest upload = HttpRequest.newBuilder(files)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(upload, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(ended(location).getInt("report.bytes")).isEqualTo(file.length);
    }

    @Test
    void nothingStaysOfAFileWhoseClientWentAway() throws IOException {
        SlowClient client = new SlowClient(files);
        client.send(PIECE);
        await().until(() -> parts() == 1);

        client.close();

        await().until(() -> parts() == 0);
    }

    @Test
    void theLatestJobOfAKindIsTheOneThatWasAskedForLast() {
        upload(UUID.randomUUID().toString(), 1);
        String second = upload(UUID.randomUUID().toString(), 2);

        JsonPath latest = given().get("/v1/files/latest").jsonPath();

        assertThat(second).endsWith(latest.getString("id"));
    }

    @Test
    void jobsPageNewestFirst() {
        String first = upload(UUID.randomUUID().toString(), 1);
        String second = upload(UUID.randomUUID().toString(), 2);

        JsonPath page = given().get("/v1/files?limit=1").jsonPath();
        JsonPath next = given().get("/v1/files?limit=1&cursor=" + page.getString("next"))
                .jsonPath();

        assertThat(second).endsWith(page.getString("items[0].id"));
        assertThat(first).endsWith(next.getString("items[0].id"));
    }

    @Test
    void nothingStaysOfARepeatedFile() {
        String key = UUID.randomUUID().toString();
        String first = upload(key, 1);
        ended(first);

        String second = upload(key, 1);

        assertThat(second).isEqualTo(first);
        assertThat(parts()).isZero();
    }

    @Test
    void aFileWithoutAByteIsRefusedBeforeThereIsAJob() {
        int before = jobsInAll();

        given().contentType("application/octet-stream; charset=utf-8")
                .body(new byte[0])
                .post(files)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:skolkvalitet:problem:invalid-request"))
                .body("errors.field", contains("body"))
                .body("errors.rule", contains("empty"));

        assertThat(uploads()).isEmpty();
        assertThat(jobsInAll()).isEqualTo(before);
    }

    @Test
    void theFileOfAFailedJobIsKeptForAWhile() {
        String location = upload(UUID.randomUUID().toString(), 0);

        JsonPath failed = ended(location);

        assertThat(failed.getString("state")).isEqualTo("failed");
        assertThat(parts()).isEqualTo(1);
    }

    @Test
    void theFileOfAJobThatFailedLongAgoIsRemoved() {
        String location = upload(UUID.randomUUID().toString(), 0);
        UUID job = ended(location).getUUID("id");

        jdbi.useHandle(handle ->
                handle.execute("update job set finished_at = now() - interval '7 days 1 second' where id = ?", job));

        await().until(() -> parts() == 0);
        given().get(location).then().statusCode(200);
    }

    @Test
    void aFileThatComesForMoreThanADayIsNotRemovedBetweenItsParts() {
        UUID slow = store.begin();
        jdbi.useHandle(handle -> handle.execute(
                "update upload set last_part_at = now() - interval '23 hours 59 minutes' where id = ?", slow));

        store.add(slow, 0, new byte[] {1});

        assertThat(store.removeAbandoned(OffsetDateTime.now().minusHours(1))).isZero();
        store.removeUnlessBound(slow);
    }

    @Test
    void aFileWhoseServiceEndedWhileItCameIsRemovedAfterADayWithoutMore() {
        UUID abandoned = store.begin();
        store.add(abandoned, 0, new byte[] {1});
        UUID coming = store.begin();
        store.add(coming, 0, new byte[] {1});

        jdbi.useHandle(handle -> handle.execute(
                "update upload set last_part_at = now() - interval '1 day 1 second' where id = ?", abandoned));

        await().until(() -> uploads().equals(List.of(coming)));
    }

    @Test
    void theFileOfAJobThatHasWaitedForMoreThanADayIsKept() {
        UUID job = UUID.randomUUID();
        jobs.insert(job, "waiting-" + job, new Scripted.Parameters("x"), null);
        UUID file = store.begin();
        store.add(file, 0, new byte[] {1});
        store.bind(file, job);
        jdbi.useHandle(handle ->
                handle.execute("update upload set last_part_at = now() - interval '25 hours' where id = ?", file));

        store.removeAbandoned(OffsetDateTime.now().minusDays(1));

        assertThat(uploads()).containsExactly(file);
    }

    private List<UUID> uploads() {
        return jdbi.withHandle(handle ->
                handle.select("select id from upload").mapTo(UUID.class).list());
    }

    private int jobsInAll() {
        return jdbi.withHandle(handle ->
                handle.select("select count(*) from job").mapTo(Integer.class).one());
    }

    private String upload(String key, int first) {
        return given().contentType("application/octet-stream; charset=utf-8")
                .header("Idempotency-Key", key)
                .body(new byte[] {(byte) first, 2, 3})
                .post(files)
                .header("Location");
    }

    private static JsonPath ended(String location) {
        return await().until(() -> given().get(location).jsonPath(), job -> job.get("finishedAt") != null);
    }

    private int parts() {
        return jdbi.withHandle(handle -> handle.select("select count(*) from upload_part")
                .mapTo(Integer.class)
                .one());
    }

    private long oldestTransactionMillis() {
        return jdbi.withHandle(handle -> handle.select("select coalesce(max(extract(epoch from"
                        + " clock_timestamp() - xact_start) * 1000), 0) from pg_stat_activity"
                        + " where datname = current_database() and backend_type = 'client backend'")
                .mapTo(Long.class)
                .one());
    }

    /** Sends a body in chunks, as they come. */
    private static final class SlowClient implements AutoCloseable {
        private final Socket socket;

        SlowClient(URI target) throws IOException {
            socket = new Socket(target.getHost(), target.getPort());
            write("POST " + target.getPath() + " HTTP/1.1\r\nHost: " + target.getHost()
                    + "\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
        }

        void send(int bytes) throws IOException {
            byte[] content = new byte[bytes];
            content[0] = 1;
            write(Integer.toHexString(bytes) + "\r\n");
            socket.getOutputStream().write(content);
            write("\r\n");
        }

        /** @return where the job is */
        String finish() throws IOException {
            write("0\r\n\r\n");
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) socket.getInputStream().read());
            }
            return head.toString()
                    .lines()
                    .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("location:"))
                    .map(line -> line.substring("location:".length()).strip())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(head));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }

        private void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
    }
}
