package se.skolkvalitet.kit.events;

import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import se.skolkvalitet.kit.db.LostHost;
import se.skolkvalitet.kit.testapp.OfficeHandler;
import se.skolkvalitet.kit.testapp.OfficeHandler.Office;

/** The relay at work is on a host that is gone without a word. */
@QuarkusTest
@Tag("soak")
@EnabledIf(
        value = "se.skolkvalitet.kit.db.LostHost#isPossible",
        disabledReason = "only root on Linux with iptables can make a connection silent")
class LostRelayTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final String AT_WORK = "select %s from pg_stat_activity where application_name = ? and pid in"
            + " (select pid from pg_locks where locktype = 'advisory' and granted)";

    @Inject
    Outbox outbox;

    @Inject
    OfficeHandler offices;

    @Inject
    Jdbi jdbi;

    @Test
    void eventsGoOnWithinAMinuteByAnotherSession() {
        String before = UUID.randomUUID().toString();
        String after = UUID.randomUUID().toString();
        add(before);
        await().atMost(SOON).until(() -> offices.heard.contains(before + " 1 office"));
        int lost = ofTheRelay("client_port");
        int lostProcess = ofTheRelay("pid");

        try (LostHost silence = LostHost.at(serverPort(), lost)) {
            add(after);

            await().atMost(A_MINUTE).until(() -> offices.heard.contains(after + " 1 office"));
            await().atMost(SOON).until(() -> ofTheRelay("pid") != lostProcess);
        }
    }

    private void add(String code) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.add(new Event(
                        "regional.offices",
                        "se.skolkvalitet.regional.office.v1",
                        code,
                        1,
                        new Office(code, "office"))));
    }

    private int serverPort() {
        return jdbi.withHandle(handle ->
                handle.select("select inet_server_port()").mapTo(Integer.class).one());
    }

    private int ofTheRelay(String column) {
        return jdbi.withHandle(handle -> handle.select(AT_WORK.formatted(column), "kit-test outbox relay")
                .mapTo(Integer.class)
                .one());
    }
}
