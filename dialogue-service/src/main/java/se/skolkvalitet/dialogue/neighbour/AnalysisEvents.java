package se.skolkvalitet.dialogue.neighbour;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import se.skolkvalitet.dialogue.client.indicator.api.AnalysesApi;
import se.skolkvalitet.dialogue.client.indicator.model.Analysis;
import se.skolkvalitet.kit.events.EventHandler;
import se.skolkvalitet.kit.events.InboxConsumer;

/**
 * Hears that an analysis document was made, and fetches it through the contract of indicator-service for what a
 * dialogue needs to know of it: how many school units and which school forms it is about.
 */
@ApplicationScoped
class AnalysisEvents implements EventHandler<AnalysisEvents.State, AnalysisEvents.Told> {
    @Inject
    InboxConsumer consumer;

    @Inject
    @RestClient
    AnalysesApi analyses;

    @Inject
    NeighbourStore neighbours;

    /** What the event says. */
    public record State(String organiser, String release, String link) {}

    /**
     * What the event says, and what the document is about.
     *
     * @param schoolUnits how many
     */
    public record Told(String organiser, String release, String link, int schoolUnits, List<String> schoolForms) {}

    @Override
    public String type() {
        return "se.skolkvalitet.indicator.analysis.published.v1";
    }

    @Override
    public Class<State> dataType() {
        return State.class;
    }

    @Override
    public Told prepare(Received<State> event) {
        State state = event.data();
        Analysis document = analyses.getAnalysis(state.organiser(), state.release());
        List<String> forms = document.getSchoolUnits().stream()
                .flatMap(unit -> unit.getSchoolForms().stream())
                .distinct()
                .sorted()
                .toList();
        return new Told(
                state.organiser(),
                state.release(),
                state.link(),
                document.getSchoolUnits().size(),
                forms);
    }

    @Override
    public void write(List<Told> prepared) {
        neighbours.saveAnalyses(prepared);
    }

    @Incoming("indicator.analyses")
    @Blocking
    void receive(ConsumerRecords<byte[], byte[]> batch) {
        consumer.consume(batch);
    }
}
