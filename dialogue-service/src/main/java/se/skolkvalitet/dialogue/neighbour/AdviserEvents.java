package se.skolkvalitet.dialogue.neighbour;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import se.skolkvalitet.kit.events.InboxConsumer;
import se.skolkvalitet.kit.events.StateHandler;

/** Keeps this service's copy of the advisers, who have no names here. */
@ApplicationScoped
class AdviserEvents implements StateHandler<AdviserEvents.State> {
    @Inject
    InboxConsumer consumer;

    @Inject
    NeighbourStore neighbours;

    /** What the event says. */
    public record State(UUID id, Agency agency, String office, boolean active) {}

    @Override
    public String type() {
        return "se.skolkvalitet.regional.adviser.v1";
    }

    @Override
    public Class<State> dataType() {
        return State.class;
    }

    @Override
    public void write(List<State> states) {
        neighbours.saveAdvisers(states);
    }

    @Incoming("regional.advisers")
    @Blocking
    void receive(ConsumerRecords<byte[], byte[]> batch) {
        consumer.consume(batch);
    }
}
