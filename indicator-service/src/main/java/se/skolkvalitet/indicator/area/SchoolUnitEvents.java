package se.skolkvalitet.indicator.area;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.events.InboxConsumer;
import se.skolkvalitet.kit.events.StateHandler;

/** Keeps this service's copy of the school units. */
@ApplicationScoped
class SchoolUnitEvents implements StateHandler<SchoolUnitEvents.Unit> {
    private static final String SAVE = Sql.load(SchoolUnitEvents.class, "save-unit");

    @Inject
    InboxConsumer consumer;

    @Inject
    Jdbi jdbi;

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
        Unit unit = event.data();
        jdbi.useHandle(handle -> handle.createUpdate(SAVE)
                .bindMethods(unit)
                .bind("municipality", unit.municipality().code())
                .bind("municipalityName", unit.municipality().name())
                .bind("county", unit.county().code())
                .bind("countyName", unit.county().name())
                .bindArray("schoolForms", String.class, unit.schoolForms())
                .execute());
    }

    @Incoming("regional.school-units")
    @Blocking
    void receive(ConsumerRecords<byte[], byte[]> batch) {
        consumer.consume(batch);
    }
}
