package se.skolkvalitet.indicator.area;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import se.skolkvalitet.kit.events.InboxConsumer;
import se.skolkvalitet.kit.events.StateHandler;

/** Keeps this service's copy of the school units. */
@ApplicationScoped
class SchoolUnitEvents implements StateHandler<SchoolUnitEvents.Unit> {
    @Inject
    InboxConsumer consumer;

    @Inject
    AreaStore areas;

    /** A county or municipality. */
    public record Place(String code, String name) {}

    /** What the event says. */
    public record Unit(
            String code,
            String name,
            String organiser,
            Place municipality,
            Place county,
            List<String> schoolForms,
            String status) {}

    @Override
    public String type() {
        return "se.skolkvalitet.regional.school-unit.v1";
    }

    @Override
    public Class<Unit> dataType() {
        return Unit.class;
    }

    @Override
    public void handle(Received<Unit> event) {
        areas.save(event.data());
    }

    @Incoming("regional.school-units")
    @Blocking
    void receive(ConsumerRecords<byte[], byte[]> batch) {
        consumer.consume(batch);
    }
}
