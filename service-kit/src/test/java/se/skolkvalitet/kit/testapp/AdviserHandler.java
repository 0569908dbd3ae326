package se.skolkvalitet.kit.testapp;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import se.skolkvalitet.kit.events.InboxConsumer;
import se.skolkvalitet.kit.events.StateHandler;

/** Follows another topic than {@link OfficeHandler}. */
@Singleton
public class AdviserHandler implements StateHandler<AdviserHandler.Adviser> {
    public static final String TOPIC = "regional.advisers";
    public static final String TYPE = "se.skolkvalitet.regional.adviser.v1";

    @Inject
    InboxConsumer consumer;

    public final List<String> heard = new CopyOnWriteArrayList<>();
    /** The same, by what was written together. */
    public final List<List<String>> together = new CopyOnWriteArrayList<>();

    public record Adviser(String id) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<Adviser> dataType() {
        return Adviser.class;
    }

    @Override
    public void write(List<Adviser> states) {
        together.add(states.stream().map(Adviser::id).toList());
        heard.addAll(states.stream().map(Adviser::id).toList());
    }

    @Incoming("regional.advisers")
    @Blocking
    void receive(ConsumerRecords<byte[], byte[]> batch) {
        consumer.consume(batch);
    }
}
