package se.skolkvalitet.dialogue.neighbour;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import se.skolkvalitet.kit.events.InboxConsumer;
import se.skolkvalitet.kit.events.StateHandler;

/** Keeps this service's copy of the offices. */
@ApplicationScoped
class OfficeEvents implements StateHandler<OfficeEvents.State> {
    @Inject
    InboxConsumer consumer;

    @Inject
    NeighbourStore neighbours;

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
    public void write(List<State> states) {
        neighbours.saveOffices(states);
    }

    @Incoming("regional.offices")
    @Blocking
    void receive(ConsumerRecords<byte[], byte[]> batch) {
        consumer.consume(batch);
    }
}
