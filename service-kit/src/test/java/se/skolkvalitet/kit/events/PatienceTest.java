package se.skolkvalitet.kit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.testapp.AdviserHandler;
import se.skolkvalitet.kit.testapp.AdviserHandler.Adviser;
import se.skolkvalitet.kit.testapp.OfficeHandler;
import se.skolkvalitet.kit.testapp.OfficeHandler.Office;

/** Intake that takes longer than the messaging library would wait for it. */
@QuarkusTest
class PatienceTest {
    private static final String TOPIC = "regional.offices";
    private static final String TYPE = "se.skolkvalitet.regional.office.v1";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int FAILURES = 5;

    @Inject
    Outbox outbox;

    @Inject
    OfficeHandler offices;

    @Inject
    AdviserHandler advisers;

    @Test
    void afterALongOutageTheIntakeGoesOnByItself() {
        String waiting = UUID.randomUUID().toString();
        String next = UUID.randomUUID().toString();
        offices.outages.put(waiting, new AtomicInteger(FAILURES));
        send(waiting);
        await().atMost(SOON).until(() -> heard(waiting));

        send(next);

        await().atMost(SOON).until(() -> heard(next));
    }

    @Test
    void afterASlowBatchTheIntakeGoesOnByItself() {
        String slow = UUID.randomUUID().toString();
        String next = UUID.randomUUID().toString();
        CountDownLatch held = new CountDownLatch(1);
        offices.held.put(slow, held);
        send(slow);
        await().during(Duration.ofSeconds(5)).atMost(Duration.ofSeconds(7)).until(() -> !heard(slow));
        held.countDown();

        send(next);

        await().atMost(SOON).until(() -> heard(next));
    }

    @Test
    void aTopicThatHasToWaitDoesNotStopAnother() {
        String stuck = UUID.randomUUID().toString();
        String adviser = UUID.randomUUID().toString();
        CountDownLatch held = new CountDownLatch(1);
        offices.held.put(stuck, held);
        send(stuck);

        QuarkusTransaction.requiringNew()
                .run(() -> outbox.add(
                        new Event(AdviserHandler.TOPIC, AdviserHandler.TYPE, adviser, 1, new Adviser(adviser))));

        try {
            await().atMost(SOON).until(() -> advisers.heard.contains(adviser));
            assertThat(heard(stuck)).isFalse();
        } finally {
            held.countDown();
        }
    }

    private boolean heard(String code) {
        return offices.heard.stream().anyMatch(line -> line.startsWith(code));
    }

    private void send(String code) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.add(new Event(TOPIC, TYPE, code, 1, new Office(code, "office"))));
    }
}
