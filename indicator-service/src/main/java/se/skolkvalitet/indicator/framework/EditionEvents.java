package se.skolkvalitet.indicator.framework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import se.skolkvalitet.indicator.client.framework.api.EditionsApi;
import se.skolkvalitet.kit.events.EventHandler;
import se.skolkvalitet.kit.events.InboxConsumer;

/**
 * Hears that an edition was published and fetches it through the contract of framework-service. While that service is
 * down the event waits: the inbox tries again until it answers.
 */
@ApplicationScoped
class EditionEvents implements EventHandler<EditionEvents.Published, EditionEvents.Fetched> {
    private static final int MOST_SCHOOL_FORMS = 100;

    @Inject
    InboxConsumer consumer;

    @Inject
    @RestClient
    EditionsApi editions;

    @Inject
    EditionStore store;

    @Inject
    ObjectMapper mapper;

    /** What the event says. */
    public record Published(int number, LocalDate validFrom) {}

    /**
     * An edition with the JSON that framework-service gives of it.
     *
     * @param schoolForms what it tells of them, as JSON
     */
    public record Fetched(int number, LocalDate validFrom, String document, String schoolForms) {}

    @Override
    public String type() {
        return "se.skolkvalitet.framework.edition.published.v1";
    }

    @Override
    public Class<Published> dataType() {
        return Published.class;
    }

    @Override
    public Fetched prepare(Received<Published> event) {
        Published published = event.data();
        try {
            String document = mapper.writeValueAsString(editions.getEdition(String.valueOf(published.number())));
            String forms = mapper.writeValueAsString(
                    editions.listSchoolForms(null, MOST_SCHOOL_FORMS).getItems());
            return new Fetched(published.number(), published.validFrom(), document, forms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(List<Fetched> prepared) {
        prepared.forEach(store::save);
    }

    @Incoming("framework.editions")
    @Blocking
    void receive(ConsumerRecords<byte[], byte[]> batch) {
        consumer.consume(batch);
    }
}
