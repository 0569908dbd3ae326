package se.skolkvalitet.dialogue.neighbour;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import se.skolkvalitet.kit.events.InboxConsumer;
import se.skolkvalitet.kit.events.StateHandler;

/** Keeps this service's copy of the organisers and the offices that answer for them. */
@ApplicationScoped
class OrganiserEvents implements StateHandler<OrganiserEvents.State> {
    @Inject
    InboxConsumer consumer;

    @Inject
    NeighbourStore neighbours;

    /** A municipality. */
    public record Place(String code, String name) {}

    /** What the event says. */
    public record State(String orgNumber, String name, String kind, Place municipality, String office, String status) {}

    @Override
    public String type() {
        return "se.skolkvalitet.regional.organiser.v1";
    }

    @Override
    public Class<State> dataType() {
        return State.class;
    }

    @Override
    public void write(List<State> states) {
        neighbours.saveOrganisers(states);
    }

    @Incoming("regional.organisers")
    @Blocking
    void receive(ConsumerRecords<byte[], byte[]> batch) {
        consumer.consume(batch);
    }
}
