package se.skolkvalitet.kit.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LockSessionTest {
    @Inject
    LockSessions sessions;

    @Inject
    Jdbi jdbi;

    private final String lock = "test " + UUID.randomUUID();
    private LockSession first;
    private LockSession second;

    @BeforeEach
    void twoSessions() {
        first = sessions.open("first");
        second = sessions.open("second");
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void aLockHasOneHolder() {
        first.tryLock(lock);

        boolean taken = second.tryLock(lock);

        assertThat(taken).isFalse();
        assertThat(first.holds(lock)).isTrue();
        assertThat(second.holds(lock)).isFalse();
    }

    @Test
    void locksOfOtherNamesAreFree() {
        first.tryLock(lock);

        boolean taken = second.tryLock("another " + lock);

        assertThat(taken).isTrue();
        assertThat(second.holds(lock)).isFalse();
    }

    @Test
    void aLockTakenTwiceIsFreeAsSoonAsItsSessionEnds() {
        first.tryLock(lock);
        first.tryLock(lock);

        first.close();

        assertThat(second.tryLock(lock)).isTrue();
    }

    @Test
    void aSessionThatWasCutOffHoldsNothingAndSaysSo() {
        first.tryLock(lock);

        cutOff(first);

        assertThat(first.holds(lock)).isFalse();
        assertThatThrownBy(() -> first.tryLock(lock)).isInstanceOf(SessionLost.class);
        assertThat(second.tryLock(lock)).isTrue();
    }

    @Test
    void aSessionThatIsCutOffWhileItWaitsSaysSo() {
        first.listen("nothing");
        cutOff(first);

        assertThatThrownBy(() -> first.awaitNotification(Duration.ofSeconds(20)))
                .isInstanceOf(SessionLost.class);
    }

    @Test
    void hearsWhatIsNotifiedOnItsChannelOnly() {
        first.listen("Some channel");
        second.listen("another channel");
        jdbi.useHandle(handle -> handle.execute("select pg_notify('Some channel', '')"));

        List<Boolean> heard = List.of(
                first.awaitNotification(Duration.ofSeconds(5)), second.awaitNotification(Duration.ofMillis(200)));

        assertThat(heard).containsExactly(true, false);
    }

    @Test
    void theServerNoticesWithinAMinuteThatTheHostOfASessionIsLost() {
        Map<String, Integer> settings = Jdbi.create(first.connection()).withHandle(handle -> handle.createQuery(
                        "select name, setting from pg_settings where name like 'tcp_%'")
                .reduceRows(new java.util.HashMap<>(), (map, row) -> {
                    map.put(row.getColumn("name", String.class), row.getColumn("setting", Integer.class));
                    return map;
                }));

        int silence = settings.get("tcp_keepalives_idle")
                + settings.get("tcp_keepalives_interval") * settings.get("tcp_keepalives_count");
        assertThat(silence).isBetween(1, 59);
        assertThat(settings.get("tcp_user_timeout")).isBetween(1, 59_000);
    }

    @Test
    void anOperatorSeesWhatASessionIsFor() {
        String name = Jdbi.create(first.connection())
                .withHandle(handle -> handle.createQuery("select current_setting('application_name')")
                        .mapTo(String.class)
                        .one());

        assertThat(name).isEqualTo("kit-test first");
    }

    private void cutOff(LockSession session) {
        int pid = Jdbi.create(session.connection()).withHandle(handle -> handle.createQuery("select pg_backend_pid()")
                .mapTo(Integer.class)
                .one());
        jdbi.useHandle(handle -> handle.execute("select pg_terminate_backend(?, 5000)", pid));
    }
}
