package se.skolkvalitet.kit.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.db.LockSession;
import se.skolkvalitet.kit.db.LockSessions;

/** What the relay asks of the database. */
@QuarkusTest
class RelayStoreTest {
    /** The driver prepares what it has seen five times; the database has plans for all cases after five more. */
    private static final int OFTEN = 15;

    private static final int MANY = 500;

    /** Numbers that no event has, so that they are in nobody's way. */
    private static final String SCATTERED =
            "insert into outbox (seq, id, topic, type, subject, version, data, occurred_at)"
                    + " overriding system value"
                    + " select -n, uuidv7(), 'none', 'none', n, 1, '{}', now() from generate_series(1, ?) as n"
                    + " order by md5(n::text)";

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

    /** Rows lie in the table where there was room, and the planner may begin with the table. */
    @Test
    void numbersABatchInTheOrderOfItsEventsWhereverTheirRowsLie() {
        try (LockSession session = sessions.open("relay store test")) {
            session.jdbi().useHandle(handle -> handle.execute("begin"));
            session.jdbi().useHandle(handle -> {
                handle.execute("set local enable_hashjoin = off");
                handle.execute("set local enable_mergejoin = off");
                handle.execute("set local enable_material = off");
                handle.execute("set local enable_indexscan = off");
                handle.execute("set local enable_bitmapscan = off");
                handle.execute(SCATTERED, MANY);
            });
            List<OutboxRow> rows = LongStream.rangeClosed(-MANY, -1)
                    .mapToObj(RelayStoreTest::row)
                    .toList();

            new RelayStore(session).markSent(rows);

            List<Long> numbered = session.jdbi()
                    .withHandle(handle -> handle.createQuery("select seq from outbox where seq < 0 order by position")
                            .mapTo(Long.class)
                            .list());
            session.jdbi().useHandle(handle -> handle.execute("rollback"));
            assertThat(numbered).hasSize(MANY).isSorted();
        }
    }

    private static OutboxRow row(long seq) {
        return new OutboxRow(seq, null, null, null, null, 0, null, null, null, null);
    }

    private static long plans(LockSession session, String kind) {
        return session.jdbi().withHandle(handle -> handle.createQuery(
                        "select sum(%s) from pg_prepared_statements where statement like '%%outbox_position%%'"
                                .formatted(kind))
                .mapTo(Long.class)
                .one());
    }
}
