package se.skolkvalitet.kit.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.db.LockSession;
import se.skolkvalitet.kit.db.LockSessions;
import se.skolkvalitet.kit.testapp.CountingJob;

@QuarkusTest
class JobMetricsTest {
    @Inject
    Jobs jobs;

    @Inject
    LockSessions sessions;

    @Inject
    Workers workers;

    @Inject
    Jdbi jdbi;

    private LockSession another;

    /** So that the application's own worker does not take the jobs. */
    @BeforeEach
    void anotherReplicaHasTheLock() {
        another = sessions.open("another");
        await().until(() -> {
            if (!another.tryLock("job " + CountingJob.KIND)) {
                workers.cutOffHolder(CountingJob.KIND);
            }
            return another.holds("job " + CountingJob.KIND);
        });
    }

    @AfterEach
    void release() {
        another.close();
    }

    @Test
    void tellsHowManyWaitAndForHowLong() {
        jobs.submit(CountingJob.KIND, Map.of());
        UUID oldest = jobs.submit(CountingJob.KIND, Map.of()).id();
        jdbi.useHandle(
                handle -> handle.execute("update job set created_at = now() - interval '1 hour' where id = ?", oldest));

        await().until(() -> metric("jobs_waiting") == 2);

        assertThat(metric("jobs_oldest_waiting_seconds")).isBetween(3600.0, 3700.0);
        assertThat(metric("jobs_running")).isZero();
    }

    private static double metric(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + "{kind=\"" + CountingJob.KIND + "\"}"))
                .map(line -> Double.parseDouble(line.substring(line.indexOf('}') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
