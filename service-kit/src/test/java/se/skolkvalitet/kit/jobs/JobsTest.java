package se.skolkvalitet.kit.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobsTest {
    @Inject
    Jdbi jdbi;

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

        assertThat(parts(job.getUUID("id"))).isZero();
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
        assertThat(upload(bytes(201, 1), key).statusCode()).isEqualTo(422);
    }

    @Test
    void aJobThatWasCutOffIsStartedAgain() {
        UUID id = ended(upload(bytes(300, 1), null).header("Location")).getUUID("id");
        jdbi.useHandle(handle -> {
            handle.execute("insert into job_input (job, part, bytes) values (?, 0, ?)", id, bytes(42, 1));
            handle.execute("update job set state = 'running', finished_at = null, report = null where id = ?", id);
        });

        JsonPath job = ended("/v1/files/" + id);

        assertThat(job.getInt("attempts")).isEqualTo(2);
        assertThat(job.getInt("report.bytes")).isEqualTo(42);
    }

    @Test
    void aJobThatIsAlwaysCutOffIsGivenUp() {
        UUID id = ended(upload(bytes(300, 1), null).header("Location")).getUUID("id");
        jdbi.useHandle(handle -> handle.execute(
                "update job set state = 'running', attempts = ?, finished_at = null where id = ?",
                JobWorker.MOST_ATTEMPTS,
                id));

        assertThat(ended("/v1/files/" + id).getString("problem")).contains("cut off 5 times");
    }

    @Test
    void anUnknownJobIsNotFound() {
        given().get("/v1/files/" + UUID.randomUUID()).then().statusCode(404);
        given().get("/v1/files/seven").then().statusCode(400);
    }

    private static Response upload(byte[] content, String key) {
        var request = given().contentType("application/octet-stream").body(content);
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/v1/files");
    }

    private static JsonPath ended(String location) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get(location).jsonPath(), job -> List.of("completed", "failed")
                        .contains(job.getString("state")));
    }

    private long parts(UUID job) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from job_input where job = :job")
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
