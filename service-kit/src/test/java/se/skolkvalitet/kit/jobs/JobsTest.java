package se.skolkvalitet.kit.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobsTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Jobs jobs;

    @Inject
    Uploads uploads;

    @Inject
    Workers workers;

    @AfterEach
    void stop() {
        workers.stopAll();
    }

    @Test
    void aFileOfManyPartsReachesItsJobWhole() {
        JsonPath job = ended(upload(bytes(5_500_000, 1), null).header("Location"));

        assertThat(job.getString("state")).isEqualTo("completed");
        assertThat(job.getInt("report.bytes")).isEqualTo(5_500_000);
        assertThat(job.getInt("attempts")).isEqualTo(1);
        assertThat(job.getString("inputSha256")).hasSize(64);
    }

    @Test
    void theFileIsForgottenWhenTheJobHasEnded() {
        JsonPath job = ended(upload(bytes(100, 1), null).header("Location"));

        assertThat(files(job.getUUID("id"))).isZero();
    }

    @Test
    void aJobThatCannotBeDoneSaysWhy() {
        JsonPath job = ended(upload(bytes(100, 0), null).header("Location"));

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getString("problem")).isEqualTo("It begins with a zero.");
    }

    @Test
    void theSameFileUnderTheSameKeyIsOneJob() {
        String key = UUID.randomUUID().toString();

        String first = upload(bytes(200, 1), key).header("Location");
        String second = upload(bytes(200, 1), key).header("Location");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void anotherFileUnderTheSameKeyIsRefused() {
        String key = UUID.randomUUID().toString();
        upload(bytes(200, 1), key);

        int status = upload(bytes(201, 1), key).statusCode();

        assertThat(status).isEqualTo(422);
    }

    @Test
    void aJobThatIsCutOffInTheMiddleIsStartedAgainWithItsWholeFile() {
        Scripted handler = new Scripted((run, number) -> {
            run.input().readNBytes(2_000_000);
            if (number == 1) {
                workers.cutOffHolderOf(run.id());
            }
            run.progress("half of it", 1, 2L);
            return new Scripted.Report(run.input().readAllBytes().length + " bytes");
        });
        UUID id = upload(handler, bytes(3_000_000, 1));

        workers.start(handler);

        Job job = await().until(() -> jobs.find(handler.kind(), id), ended -> ended.finishedAt() != null);
        assertThat(job.report()).contains("3000000 bytes");
        assertThat(job.attempts()).isEqualTo(2);
        assertThat(handler.runs()).isEqualTo(2);
    }

    @Test
    void aJobThatIsAlwaysCutOffIsGivenUp() {
        Scripted handler = new Scripted((run, number) -> {
            workers.cutOffHolderOf(run.id());
            run.checkpoint();
            return new Scripted.Report("never");
        });
        UUID id = jobs.submit(handler.kind(), new Scripted.Parameters("x")).id();

        workers.start(handler);

        Job job = await().until(() -> jobs.find(handler.kind(), id), ended -> ended.finishedAt() != null);
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.problem()).contains("cut off 5 times");
        assertThat(handler.runs()).isEqualTo(5);
    }

    @Test
    void anUnknownJobIsNotFound() {
        given().get("/v1/files/" + UUID.randomUUID()).then().statusCode(404);
        given().get("/v1/files/seven").then().statusCode(400);
    }

    private UUID upload(Scripted handler, byte[] content) {
        var answer = uploads.submit(
                handler.kind(), "/", null, new Scripted.Parameters("x"), new ByteArrayInputStream(content));
        return ((Job) answer.getEntity()).id();
    }

    private static Response upload(byte[] content, String key) {
        var request =
                given().contentType("application/octet-stream; charset=utf-8").body(content);
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/v1/files");
    }

    private static JsonPath ended(String location) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get(location).jsonPath(), job -> List.of("completed", "failed")
                        .contains(job.getString("state")));
    }

    private long files(UUID job) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from upload where job = :job")
                .bind("job", job)
                .mapTo(Long.class)
                .one());
    }

    private static byte[] bytes(int count, int first) {
        byte[] bytes = new byte[count];
        bytes[0] = (byte) first;
        return bytes;
    }
}
