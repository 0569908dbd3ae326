package se.skolkvalitet.indicator.area;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import se.skolkvalitet.indicator.area.SchoolUnitEvents.Place;
import se.skolkvalitet.kit.events.InboxConsumer;
import se.skolkvalitet.kit.events.StateHandler;

/** Keeps this service's copy of the organisers. */
@ApplicationScoped
class OrganiserEvents implements StateHandler<OrganiserEvents.OrganiserState> {
    @Inject
    InboxConsumer consumer;

    @Inject
    AreaStore areas;

    /** What the event says. */
    public record OrganiserState(String orgNumber, String name, String kind, Place municipality, Place county) {}

    @Override
    public String type() {
        return "se.skolkvalitet.regional.organiser.v1";
    }

    @Override
    public Class<OrganiserState> dataType() {
        return OrganiserState.class;
    }

    @Override
    public void write(List<OrganiserState> states) {
        areas.saveOrganisers(states);
    }

    @Incoming("regional.organisers")
    @Blocking
    void receive(ConsumerRecords<byte[], byte[]> batch) {
        consumer.consume(batch);
    }
}
