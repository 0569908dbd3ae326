package se.skolkvalitet.kit.testapp;

import io.opentelemetry.api.trace.Span;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import se.skolkvalitet.kit.events.EventHandler;
import se.skolkvalitet.kit.events.EventHandler.Received;
import se.skolkvalitet.kit.events.InboxConsumer;

/** Remembers what it was told. Can be made to fail. */
@Singleton
public class OfficeHandler implements EventHandler<OfficeHandler.Office, Received<OfficeHandler.Office>> {
    @Inject
    InboxConsumer consumer;

    @Inject
    HeldConnections connectionsHeld;

    public final List<String> heard = new CopyOnWriteArrayList<>();
    public final Map<String, AtomicInteger> outages = new ConcurrentHashMap<>();
    public final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    public final Map<String, String> traces = new ConcurrentHashMap<>();
    /** What is done beside remembering an office. */
    public final Map<String, Runnable> writes = new ConcurrentHashMap<>();
    /** How many connections the thread held that prepared an office. */
    public final Map<String, Integer> connections = new ConcurrentHashMap<>();
    /** Offices that were prepared in a transaction. */
    public final List<String> inTransaction = new CopyOnWriteArrayList<>();

    public volatile String refused = "";
    public volatile String reason = "this office is refused";

    /** Takes for granted that there is a name, as records in services do. */
    public record Office(String code, String name) {
        public Office {
            name = name.strip();
        }
    }

    @Override
    public String type() {
        return "se.skolkvalitet.regional.office.v1";
    }

    @Override
    public Class<Office> dataType() {
        return Office.class;
    }

    @Override
    public Received<Office> prepare(Received<Office> event) {
        String code = event.data().code();
        traces.put(code, Span.current().getSpanContext().getTraceId());
        connections.put(code, connectionsHeld.byThisThread());
        if (QuarkusTransaction.isActive()) {
            inTransaction.add(code);
        }
        return event;
    }

    @Override
    public void write(List<Received<Office>> prepared) {
        prepared.forEach(this::hear);
    }

    private void hear(Received<Office> event) {
        if (event.data().code().equals(refused)) {
            throw new IllegalArgumentException(reason);
        }
        AtomicInteger outage = outages.get(event.data().code());
        if (outage != null && outage.getAndDecrement() > 0) {
            throw new UncheckedIOException(new ConnectException("the neighbour is away"));
        }
        writes.getOrDefault(event.data().code(), () -> {}).run();
        hold(event.data().code());
        heard.add(
                event.data().code() + " " + event.version() + " " + event.data().name());
    }

    private void hold(String code) {
        try {
            held.getOrDefault(code, new CountDownLatch(0)).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Incoming("regional.offices")
    @Blocking
    void receive(ConsumerRecords<byte[], byte[]> batch) {
        consumer.consume(batch);
    }
}
