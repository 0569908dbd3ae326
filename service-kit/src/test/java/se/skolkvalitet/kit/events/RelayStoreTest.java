package se.skolkvalitet.kit.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.db.LockSession;
import se.skolkvalitet.kit.db.LockSessions;

/** What the relay asks of the database. */
@QuarkusTest
class RelayStoreTest {
    /** The driver prepares what it has seen five times; the database has plans for all cases after five more. */
    private static final int OFTEN = 15;

    @Inject
    LockSessions sessions;

    @Test
    void marksABatchByAPlanForThisBatchHoweverOftenItHasMarkedOthers() {
        try (LockSession session = sessions.open("relay store test")) {
            RelayStore store = new RelayStore(session);

            IntStream.range(0, OFTEN).forEach(i -> store.markSent(List.of()));

            assertThat(plans(session, "custom_plans")).isPositive();
            assertThat(plans(session, "generic_plans")).isZero();
        }
    }

    private static long plans(LockSession session, String kind) {
        return session.jdbi().withHandle(handle -> handle.createQuery(
                        "select sum(%s) from pg_prepared_statements where statement like '%%outbox_position%%'"
                                .formatted(kind))
                .mapTo(Long.class)
                .one());
    }
}
