package se.skolkvalitet.dialogue.neighbour;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import se.skolkvalitet.kit.events.EventHandler;

/** Keeps this service's copy of the advisers, who have no names here. */
@ApplicationScoped
class AdviserEvents implements EventHandler<AdviserEvents.State> {
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
    public void handle(Received<State> event) {
        neighbours.save(event.data());
    }
}
