package se.skolkvalitet.dialogue.neighbour;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import se.skolkvalitet.dialogue.client.indicator.api.AnalysesApi;
import se.skolkvalitet.dialogue.client.indicator.model.Analysis;
import se.skolkvalitet.kit.events.EventHandler;

/**
 * Hears that an analysis document was made, and fetches it through the contract of indicator-service for what a
 * dialogue needs to know of it: how many school units and which school forms it is about.
 */
@ApplicationScoped
class AnalysisEvents implements EventHandler<AnalysisEvents.State> {
    @Inject
    @RestClient
    AnalysesApi analyses;

    @Inject
    NeighbourStore neighbours;

    /** What the event says. */
    public record State(String organiser, String release, String link) {}

    @Override
    public String type() {
        return "se.skolkvalitet.indicator.analysis.published.v1";
    }

    @Override
    public Class<State> dataType() {
        return State.class;
    }

    @Override
    public void handle(Received<State> event) {
        State state = event.data();
        Analysis document = analyses.getAnalysis(state.organiser(), state.release());
        var units = document.getSchoolUnits();
        List<String> forms = units.stream()
                .flatMap(unit -> unit.getSchoolForms().stream())
                .distinct()
                .sorted()
                .toList();
        neighbours.save(state, units.size(), forms);
    }
}
