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

/** Keeps this service's copy of the school units. */
@ApplicationScoped
class SchoolUnitEvents implements StateHandler<SchoolUnitEvents.Unit> {
    @Inject
    InboxConsumer consumer;

    @Inject
    AreaStore areas;

    /** A county or municipality. */
    public record Place(String code, String name) {}

    /**
     * An organiser's having the unit.
     *
     * @param from the first day; null where the register does not know when it began
     * @param to the first day that no longer belongs to it; null while it lasts
     */
    public record Membership(String organiser, LocalDate from, LocalDate to) {}

    /** The grades that it has in one of its school forms; 0 is the preschool class. */
    public record FormGrades(String schoolForm, List<Integer> grades) {}

    /**
     * What the event says.
     *
     * @param grades of a school form that is not in it nobody has told them; null in events from before they were kept
     */
    public record Unit(
            String code,
            String name,
            String organiser,
            List<Membership> memberships,
            Place municipality,
            Place county,
            List<String> schoolForms,
            List<FormGrades> grades,
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
    public void write(List<Unit> units) {
        areas.saveUnits(units);
    }

    @Incoming("regional.school-units")
    @Blocking
    void receive(ConsumerRecords<byte[], byte[]> batch) {
        consumer.consume(batch);
    }
}
