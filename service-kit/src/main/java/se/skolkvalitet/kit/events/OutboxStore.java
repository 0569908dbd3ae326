package se.skolkvalitet.kit.events;

import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.trace.TraceContext;

/** The outbox as the service sees it; {@link RelayStore} is what the relay sees of it. */
@Store
class OutboxStore {
    private static final String INSERT = Sql.load(OutboxStore.class, "insert-event");
    private static final String STATE = Sql.load(OutboxStore.class, "outbox-state");
    private static final String SET_ASIDE = Sql.load(OutboxStore.class, "events-set-aside");
    private static final String SEND_AGAIN = Sql.load(OutboxStore.class, "send-event-again");
    private static final String BEGIN_EPOCH = Sql.load(OutboxStore.class, "begin-epoch");
    private static final String ANNOUNCE_AGAIN = Sql.load(OutboxStore.class, "announce-again");
    /** Waits for the transactions that have added events and keeps new ones out until this transaction ends. */
    private static final String LOCK = "lock table outbox in share row exclusive mode";

    @Inject
    Jdbi jdbi;

    /** How much is on its way. */
    record State(long waiting, long setAside, long oldestWaitingSeconds) {}

    /** An event that could not be sent. */
    record SetAside(
            long seq,
            UUID id,
            String topic,
            String type,
            String subject,
            long version,
            OffsetDateTime occurredAt,
            OffsetDateTime setAsideAt,
            String reason,
            boolean superseded) {}

    /**
     * A new history of the database.
     *
     * @param announced how many aggregates are told of again
     */
    record Epoch(OffsetDateTime epoch, int announced) {}

    void add(List<OutboxRow> rows) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            for (OutboxRow row : rows) {
                batch.bind("id", row.id())
                        .bind("topic", row.topic())
                        .bind("type", row.type())
                        .bind("subject", row.subject())
                        .bind("version", row.version())
                        .bind("data", row.data())
                        .bind("now", row.occurredAt())
                        .bind("traceparent", row.traceparent())
                        .add();
            }
            batch.execute();
        });
    }

    State state() {
        return jdbi.withHandle(
                handle -> handle.createQuery(STATE).mapTo(State.class).one());
    }

    /** Counts what the relay has numbered. */
    long sent() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(position) from outbox")
                .mapTo(Long.class)
                .one());
    }

    List<SetAside> setAside(long after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(SET_ASIDE)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(SetAside.class)
                .list());
    }

    /**
     * Gives an event that was set aside back to the relay.
     *
     * @throws ProblemException 404 where none was set aside with the id, 409 where a newer one of its aggregate is
     *     ahead of it
     */
    void sendAgain(UUID id) {
        jdbi.useTransaction(handle -> {
            handle.execute(LOCK);
            if (handle.createUpdate(SEND_AGAIN).bind("id", id).execute() == 1) {
                return;
            }
            handle.createQuery("select id from outbox where id = :id and set_aside_at is not null")
                    .bind("id", id)
                    .mapTo(UUID.class)
                    .findOne()
                    .orElseThrow(() -> ProblemException.notFound("event set aside with the id " + id));
            throw ProblemException.conflict(
                    "A newer event of the same aggregate has been sent or waits; this one would come behind it.");
        });
    }

    /** Begins a new epoch and announces the newest state of each aggregate in it. */
    Epoch beginEpoch() {
        return jdbi.inTransaction(handle -> {
            handle.execute(LOCK);
            OffsetDateTime epoch =
                    handle.createQuery(BEGIN_EPOCH).mapTo(OffsetDateTime.class).one();
            int announced = handle.createUpdate(ANNOUNCE_AGAIN)
                    .bind("deadLetters", DeadLetters.TYPE)
                    .bind("traceparent", TraceContext.current())
                    .execute();
            return new Epoch(epoch, announced);
        });
    }
}
