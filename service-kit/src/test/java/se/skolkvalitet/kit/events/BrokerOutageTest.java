package se.skolkvalitet.kit.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.testapp.AdviserHandler;
import se.skolkvalitet.kit.testapp.AdviserHandler.Adviser;
import se.skolkvalitet.kit.testapp.OfficeHandler;
import se.skolkvalitet.kit.testapp.OfficeHandler.Office;

/** The broker is away for longer than the patience with a missing topic, which is two seconds here. */
@QuarkusTest
@WithTestResource(value = PassingBroker.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class BrokerOutageTest {
    private static final Duration LONGER_THAN_ALL_PATIENCE = Duration.ofSeconds(12);
    private static final Duration SOON = Duration.ofSeconds(60);

    PassingBroker broker;

    @Inject
    Outbox outbox;

    @Inject
    OfficeHandler offices;

    @Inject
    AdviserHandler advisers;

    /** One event is for a topic that the relay has used before, one for a topic that it has to ask for first. */
    @Test
    void whileTheBrokerIsAwayNothingIsSetAsideHoweverLongItTakes() {
        String known = UUID.randomUUID().toString();
        String unknown = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew().run(() -> outbox.add(office(known, 1)));
        await().atMost(SOON).until(() -> offices.heard.contains(known + " 1 office"));
        // Heard does not mean marked: the relay marks it after consumers can see it.
        await().atMost(SOON).until(() -> count("waiting") == 0);
        broker.goesAway();
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.add(office(known, 2));
            outbox.add(new Event(AdviserHandler.TOPIC, AdviserHandler.TYPE, unknown, 1, new Adviser(unknown)));
        });

        await().during(LONGER_THAN_ALL_PATIENCE)
                .atMost(LONGER_THAN_ALL_PATIENCE.plusSeconds(5))
                .until(() -> count("setAside") == 0 && count("waiting") == 2);

        broker.comesBack();
        await().atMost(SOON)
                .until(() -> offices.heard.contains(known + " 2 office") && advisers.heard.contains(unknown));
        assertThat(count("setAside")).isZero();
        await().atMost(SOON).until(() -> count("waiting") == 0);
    }

    private static int count(String what) {
        return given().get("/v1/outbox").jsonPath().getInt(what);
    }

    private static Event office(String code, long version) {
        return new Event(
                "regional.offices", "se.skolkvalitet.regional.office.v1", code, version, new Office(code, "office"));
    }
}
