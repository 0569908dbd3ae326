package se.skolkvalitet.kit.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** A session whose host is gone without a word. Each test takes half a minute, the time in which that is noticed. */
@QuarkusTest
@Tag("soak")
@EnabledIf(
        value = "se.skolkvalitet.kit.db.LostHost#isPossible",
        disabledReason = "only root on Linux with iptables can make a connection silent")
class LostHostTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Inject
    LockSessions sessions;

    @Inject
    Jdbi jdbi;

    private final String lock = "test " + UUID.randomUUID();
    /** For each test another: the server goes on showing a lost session for a while. */
    private final String purpose = "lost " + UUID.randomUUID();

    @Test
    void theLockOfAnIdleSessionIsFreeWithinAMinute() {
        try (LockSession lost = sessions.open(purpose);
                LockSession another = sessions.open("another")) {
            lost.tryLock(lock);

            try (LostHost silence = silence()) {
                assertThat(another.tryLock(lock)).isFalse();
                await().atMost(A_MINUTE).until(() -> another.tryLock(lock));
            }
        }
    }

    @Test
    void theLockOfASessionThatIsBeingToldSomethingIsFreeWithinAMinute() {
        try (LockSession lost = sessions.open(purpose);
                LockSession another = sessions.open("another")) {
            lost.tryLock(lock);
            lost.listen("news");

            try (LostHost silence = silence()) {
                jdbi.useHandle(handle -> handle.execute("select pg_notify('news', 'x')"));
                await().atMost(A_MINUTE).until(() -> another.tryLock(lock));
            }
        }
    }

    @Test
    void theLostSideKnowsWithinAMinuteThatItHoldsNothing() {
        try (LockSession lost = sessions.open(purpose)) {
            lost.tryLock(lock);

            try (LostHost silence = silence()) {
                long start = System.nanoTime();
                boolean holds = lost.holds(lock);

                assertThat(holds).isFalse();
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(A_MINUTE);
            }
        }
    }

    private LostHost silence() {
        return LostHost.at(serverPort(), clientPort("kit-test " + purpose));
    }

    private int serverPort() {
        return jdbi.withHandle(handle ->
                handle.select("select inet_server_port()").mapTo(Integer.class).one());
    }

    private int clientPort(String session) {
        return jdbi.withHandle(
                handle -> handle.select("select client_port from pg_stat_activity where application_name = ?", session)
                        .mapTo(Integer.class)
                        .one());
    }
}
