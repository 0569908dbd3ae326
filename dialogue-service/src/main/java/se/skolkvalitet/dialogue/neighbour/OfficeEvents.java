package se.skolkvalitet.dialogue.neighbour;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.events.InboxConsumer;
import se.skolkvalitet.kit.events.StateHandler;

/** Keeps this service's copy of the offices. */
@ApplicationScoped
class OfficeEvents implements StateHandler<OfficeEvents.State> {
    private static final String SAVE = "insert into office (code, name) values (?, ?)"
            + " on conflict (code) do update"
            + " set name = excluded.name";

    @Inject
    InboxConsumer consumer;

    @Inject
    Jdbi jdbi;

    /** What the event says. */
    public record State(String code, String name) {}

    @Override
    public String type() {
        return "se.skolkvalitet.regional.office.v1";
    }

    @Override
    public Class<State> dataType() {
        return State.class;
    }

    @Override
    public void handle(Received<State> event) {
        State state = event.data();
        jdbi.useHandle(handle -> handle.execute(SAVE, state.code(), state.name()));
    }

    @Incoming("regional.offices")
    @Blocking
    void receive(ConsumerRecords<byte[], byte[]> batch) {
        consumer.consume(batch);
    }
}
