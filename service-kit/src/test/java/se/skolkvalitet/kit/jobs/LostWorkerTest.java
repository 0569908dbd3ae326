package se.skolkvalitet.kit.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import se.skolkvalitet.kit.db.LostHost;

/** Two workers side by side, of which the first is on a host that is gone without a word in the middle of a job. */
@QuarkusTest
@Tag("soak")
@EnabledIf(
        value = "se.skolkvalitet.kit.db.LostHost#isPossible",
        disabledReason = "only root on Linux with iptables can make a connection silent")
class LostWorkerTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Inject
    Jobs jobs;

    @Inject
    Workers workers;

    @Inject
    Jdbi jdbi;

    private final CountDownLatch firstIsInTheMiddle = new CountDownLatch(1);
    private final CountDownLatch firstGoesOn = new CountDownLatch(1);

    @AfterEach
    void stop() {
        firstGoesOn.countDown();
        workers.stopAll();
    }

    @Test
    void theJobIsDoneByTheOtherWithinAMinute() throws InterruptedException {
        Scripted handler = new Scripted((run, number) -> {
            if (number == 1) {
                firstIsInTheMiddle.countDown();
                firstGoesOn.await();
            }
            return new Scripted.Report("run " + number);
        });
        Job job = jobs.submit(handler.kind(), new Scripted.Parameters("x"));
        workers.start(handler);
        firstIsInTheMiddle.await();
        int lost = clientPort(handler.kind());
        workers.start(handler);

        try (LostHost silence = LostHost.at(serverPort(), lost)) {
            await().atMost(A_MINUTE)
                    .until(() -> jobs.find(handler.kind(), job.id()).finishedAt() != null);
            assertThat(jobs.find(handler.kind(), job.id()).report()).contains("run 2");
        }
    }

    private int serverPort() {
        return jdbi.withHandle(handle ->
                handle.select("select inet_server_port()").mapTo(Integer.class).one());
    }

    private int clientPort(String kind) {
        return jdbi.withHandle(handle -> handle.select(
                        "select client_port from pg_stat_activity where application_name like ?", "%" + kind)
                .mapTo(Integer.class)
                .one());
    }
}
