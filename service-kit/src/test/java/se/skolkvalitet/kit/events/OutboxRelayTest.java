package se.skolkvalitet.kit.events;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.db.LockSession;
import se.skolkvalitet.kit.db.LockSessions;

class OutboxRelayTest {
    private final AtomicInteger opened = new AtomicInteger();

    @Test
    void anErrorDoesNotEndTheRelay() throws InterruptedException {
        OutboxRelay relay = new OutboxRelay();
        relay.sessions = new LockSessions() {
            @Override
            public LockSession open(String purpose) {
                opened.incrementAndGet();
                throw new NoClassDefFoundError("something of a library");
            }
        };

        relay.start();

        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> opened.get() > 1);
        } finally {
            relay.stop();
        }
    }
}
