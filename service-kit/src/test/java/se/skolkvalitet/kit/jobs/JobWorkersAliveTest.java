package se.skolkvalitet.kit.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobWorkersAliveTest {
    @Test
    void aServiceWithLivingWorkersIsAlive() {
        given().get("/q/health/live")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'job-workers' }.data.count", equalTo("alive"));
        given().get("/q/metrics").then().body(containsString("jobs_worker_alive{kind=\"count\"} 1.0"));
    }

    @Test
    void aServiceWithADeadWorkerIsNotAlive() {
        JobWorker dying = dyingWorker();
        dying.start();
        await().until(dying::isDead);

        var health = JobWorkersAlive.of(List.of(dying));

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getData().orElseThrow()).containsEntry(dying.kind(), "dead");
    }

    @Test
    void aWorkerThatWasStoppedIsNotDead() throws InterruptedException {
        JobWorker stopped = dyingWorker();

        JobWorker.stop(List.of(stopped), Duration.ofSeconds(1));

        assertThat(JobWorkersAlive.of(List.of(stopped)).getStatus()).isEqualTo(Status.UP);
    }

    private static JobWorker dyingWorker() {
        return new JobWorker(
                new Scripted((run, number) -> null), null, null, null, null, null, null, work -> new Thread(() -> {}));
    }
}
