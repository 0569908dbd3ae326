package se.skolkvalitet.indicator.area;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import se.skolkvalitet.kit.events.InboxConsumer;
import se.skolkvalitet.kit.events.StateHandler;

/** Keeps this service's copy of the counties, and of which of them the register has had all units. */
@ApplicationScoped
class RegisterEvents implements StateHandler<RegisterEvents.RegisterState> {
    @Inject
    InboxConsumer consumer;

    @Inject
    AreaStore areas;

    /** @param wholeOn the newest day on which the register had all units of it; null where it never had */
    public record County(String code, String name, LocalDate wholeOn) {}

    /** What the event says. */
    public record RegisterState(List<County> counties) {}

    @Override
    public String type() {
        return "se.skolkvalitet.regional.register.v1";
    }

    @Override
    public Class<RegisterState> dataType() {
        return RegisterState.class;
    }

    /** There is one register, so there is one state. */
    @Override
    public void write(List<RegisterState> states) {
        states.forEach(state -> areas.saveCounties(state.counties()));
    }

    @Incoming("regional.register")
    @Blocking
    void receive(ConsumerRecords<byte[], byte[]> batch) {
        consumer.consume(batch);
    }
}
