package se.skolkvalitet.dialogue.neighbour;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.skolkvalitet.kit.events.EventHandler;

/** Keeps this service's copy of the offices. */
@ApplicationScoped
class OfficeEvents implements EventHandler<OfficeEvents.State> {
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
    public void handle(Received<State> event) {
        neighbours.save(event.data());
    }
}
