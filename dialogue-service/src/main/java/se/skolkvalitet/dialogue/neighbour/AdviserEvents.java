package se.skolkvalitet.dialogue.neighbour;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.events.InboxConsumer;
import se.skolkvalitet.kit.events.StateHandler;

/** Keeps this service's copy of the advisers, who have no names here. */
@ApplicationScoped
class AdviserEvents implements StateHandler<AdviserEvents.State> {
    private static final String SAVE = "insert into adviser (id, agency, office, active) values (?, ?, ?, ?)"
            + " on conflict (id) do update"
            + " set agency = excluded.agency, office = excluded.office, active = excluded.active";

    @Inject
    InboxConsumer consumer;

    @Inject
    Jdbi jdbi;

    /** What the event says. */
    public record State(UUID id, String agency, String office, boolean active) {}

    @Override
    public String type() {
        return "se.skolkvalitet.regional.adviser.v1";
    }

    @Override
    public Class<State> dataType() {
        return State.class;
    }

    @Override
    public void handle(Received<State> event) {
        State state = event.data();
        jdbi.useHandle(handle -> handle.execute(SAVE, state.id(), state.agency(), state.office(), state.active()));
    }

    @Incoming("regional.advisers")
    @Blocking
    void receive(ConsumerRecords<byte[], byte[]> batch) {
        consumer.consume(batch);
    }
}
