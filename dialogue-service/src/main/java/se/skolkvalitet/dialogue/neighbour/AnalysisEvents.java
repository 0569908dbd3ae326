package se.skolkvalitet.dialogue.neighbour;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.dialogue.client.indicator.api.AnalysesApi;
import se.skolkvalitet.dialogue.client.indicator.model.Analysis;
import se.skolkvalitet.kit.events.EventHandler;
import se.skolkvalitet.kit.events.InboxConsumer;

/**
 * Hears that an analysis document was made, and fetches it through the contract of indicator-service for what a
 * dialogue needs to know of it: how many school units and which school forms it is about.
 */
@ApplicationScoped
class AnalysisEvents implements EventHandler<AnalysisEvents.State> {
    private static final String SAVE = "insert into analysis (organiser, release, link, school_units, school_forms)"
            + " values (:organiser, :release, :link, :units, :forms) on conflict (organiser) do update"
            + " set release = excluded.release, link = excluded.link, school_units = excluded.school_units,"
            + " school_forms = excluded.school_forms";

    @Inject
    InboxConsumer consumer;

    @Inject
    @RestClient
    AnalysesApi analyses;

    @Inject
    Jdbi jdbi;

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
    public Write prepare(Received<State> event) {
        State state = event.data();
        Analysis document = analyses.getAnalysis(state.organiser(), state.release());
        int units = document.getSchoolUnits().size();
        List<String> forms = document.getSchoolUnits().stream()
                .flatMap(unit -> unit.getSchoolForms().stream())
                .distinct()
                .sorted()
                .toList();
        return () -> save(state, units, forms);
    }

    private void save(State state, int units, List<String> forms) {
        jdbi.useHandle(handle -> handle.createUpdate(SAVE)
                .bind("organiser", state.organiser())
                .bind("release", state.release())
                .bind("link", state.link())
                .bind("units", units)
                .bindArray("forms", String.class, forms)
                .execute());
    }

    @Incoming("indicator.analyses")
    @Blocking
    void receive(ConsumerRecords<byte[], byte[]> batch) {
        consumer.consume(batch);
    }
}
