package se.skolkvalitet.kit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

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

    /** With statistics of a table that was empty, a plan for any batch looks cheaper than one for a thousand numbers. */
    @Test
    void marksABatchByAPlanForThisBatchHoweverOftenItHasMarkedOthers() {
        try (LockSession session = withAnOutboxOfItsOwn()) {
            session.jdbi().useHandle(handle -> handle.execute("analyze outbox"));
            RelayStore store = new RelayStore(session);
            List<OutboxRow> thousand = LongStream.rangeClosed(1, 1000)
                    .mapToObj(RelayStoreTest::row)
                    .toList();

            IntStream.range(0, OFTEN).forEach(i -> catchThrowable(() -> store.markSent(thousand)));

            assertThat(plans(session, "custom_plans")).isPositive();
            assertThat(plans(session, "generic_plans")).isZero();
        }
    }

    @Test
    void aRelayWhoseEventAnotherHasMarkedLearnsThatItIsNotTheOnlyOne() {
        try (LockSession session = withAnOutboxOfItsOwn()) {
            insert(session);
            RelayStore store = new RelayStore(session);
            store.markSent(List.of(row(1)));

            assertThatThrownBy(() -> store.markSent(List.of(row(1)))).isInstanceOf(RelayStore.LeadershipLost.class);
        }
    }

    @Test
    void anEventKeepsThePositionThatItWasGivenFirst() {
        try (LockSession session = withAnOutboxOfItsOwn()) {
            insert(session);
            RelayStore store = new RelayStore(session);
            store.markSent(List.of(row(1)));
            Long position = position(session);

            catchThrowable(() -> store.markSent(List.of(row(1))));

            assertThat(position(session)).isNotNull().isEqualTo(position);
        }
    }

    @Test
    void anEventThatWasSetAsideMeanwhileIsNotMarked() {
        try (LockSession session = withAnOutboxOfItsOwn()) {
            insert(session);
            RelayStore store = new RelayStore(session);
            store.setAside(row(1), "too large");

            catchThrowable(() -> store.markSent(List.of(row(1))));

            assertThat(position(session)).isNull();
        }
    }

    /** By a relay that lost its lock while Kafka refused the event, which its successor could send. */
    @Test
    void anEventThatAnotherHasSentMeanwhileIsNotSetAside() {
        try (LockSession session = withAnOutboxOfItsOwn()) {
            insert(session);
            RelayStore store = new RelayStore(session);
            store.markSent(List.of(row(1)));

            store.setAside(row(1), "too large");

            List<Long> setAside = session.jdbi()
                    .withHandle(handle -> handle.select("select seq from outbox where set_aside_at is not null")
                            .mapTo(Long.class)
                            .list());
            assertThat(setAside).isEmpty();
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

    /** Its own tables come before those that all share, and are gone with the session. */
    private LockSession withAnOutboxOfItsOwn() {
        LockSession session = sessions.open("relay store test");
        session.jdbi().useHandle(handle -> {
            handle.execute("create temporary table outbox (like public.outbox including all)");
            handle.execute("create temporary sequence outbox_position");
        });
        return session;
    }

    private static void insert(LockSession session) {
        session.jdbi()
                .useHandle(
                        handle -> handle.execute(
                                "insert into outbox (seq, id, topic, type, subject, version, data, occurred_at)"
                                        + " overriding system value values (1, uuidv7(), 'none', 'none', 'x', 1, '{}', now())"));
    }

    private static Long position(LockSession session) {
        return session.jdbi().withHandle(handle -> handle.select("select position from outbox where seq = 1")
                .mapTo(Long.class)
                .one());
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
