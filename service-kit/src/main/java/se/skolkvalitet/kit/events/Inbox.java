package se.skolkvalitet.kit.events;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.problem.JsonFault;
import se.skolkvalitet.kit.text.InvalidValue;
import se.skolkvalitet.kit.trace.TraceContext;

/**
 * Takes in the events of other services, in two steps: outside any transaction it reads them and lets their handlers
 * fetch what they link to; then one short transaction remembers and writes. So what the inbox remembers is there, and
 * a slow neighbour holds no transaction. Repeats and versions older than the one already known are ignored, so that
 * redelivery and reordering do no harm.
 */
@ApplicationScoped
public class Inbox {
    /** Fetched documents wait in memory for their transaction. */
    private static final int MOST_DOCUMENTS = 20;

    @Inject
    @All
    List<EventHandler<?, ?>> allHandlers;

    @Inject
    InboxStore store;

    @Inject
    ObjectMapper mapper;

    @Inject
    Tracer tracer;

    private Map<String, EventHandler<Object, Object>> handlers;

    /** An event that has been read, and the handler of its type. */
    private record Incoming(
            EventHandler<Object, Object> handler,
            Aggregate aggregate,
            Mark mark,
            String traceparent,
            EventHandler.Received<Object> received) {
        boolean links() {
            return !(handler instanceof StateHandler);
        }
    }

    /** An event whose write needs nothing from outside any more. */
    private record Prepared(Incoming event, Span span, Object content) {}

    /** What has been taken in from one topic. */
    public record Known(String topic, long aggregates, OffsetDateTime lastReceivedAt) {}

    @PostConstruct
    @SuppressWarnings("unchecked")
    void indexHandlers() {
        handlers = allHandlers.stream()
                .map(handler -> (EventHandler<Object, Object>) handler)
                .collect(Collectors.toMap(EventHandler::type, Function.identity()));
    }

    /**
     * Takes in some records, in one transaction, or in several where documents have to be fetched. Must not be called
     * in a transaction.
     *
     * @throws UnreadableEvent where one of them is not an event that this service understands; what came before it may
     *     have been taken in
     */
    void receive(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Incoming> events = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> kafkaRecord : records) {
            CloudEvent event = cloudEvent(kafkaRecord);
            EventHandler<Object, Object> handler = handlers.get(event.getType());
            if (handler != null) {
                events.add(read(handler, event, kafkaRecord.topic()));
            }
        }
        take(events);
    }

    /** How many aggregates of each topic this service knows. */
    public List<Known> known() {
        return store.summary();
    }

    private void take(List<Incoming> events) {
        Map<Aggregate, Mark> known =
                store.known(events.stream().map(Incoming::aggregate).collect(Collectors.toSet()));
        List<Prepared> portion = new ArrayList<>();
        int documents = 0;
        for (Incoming event : events) {
            if (!isNews(event.mark(), known.get(event.aggregate()))) {
                continue;
            }
            portion.add(prepare(event));
            known.put(event.aggregate(), event.mark());
            documents += event.links() ? 1 : 0;
            if (documents == MOST_DOCUMENTS) {
                write(portion);
                portion.clear();
                documents = 0;
            }
        }
        write(portion);
    }

    private static boolean isNews(Mark mark, Mark known) {
        if (known == null || mark.isNewerThan(known)) {
            return true;
        }
        mark.contradictionOf(known).ifPresent(contradiction -> {
            throw new UnreadableEvent(contradiction);
        });
        return false;
    }

    /** The handler's work happens in a span under the one that the event came about in. */
    @SuppressWarnings("try")
    private Prepared prepare(Incoming event) {
        Span span = tracer.spanBuilder("take in " + event.handler().type())
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(TraceContext.parent(event.traceparent()))
                .startSpan();
        try (Scope scope = span.makeCurrent()) {
            return new Prepared(event, span, event.handler().prepare(event.received()));
        } catch (RuntimeException | Error e) {
            span.recordException(e).end();
            throw e;
        }
    }

    private void write(List<Prepared> portion) {
        try {
            if (!portion.isEmpty()) {
                QuarkusTransaction.requiringNew().run(() -> rounds(portion).forEach(this::writeRound));
            }
        } finally {
            portion.forEach(event -> event.span().end());
        }
    }

    /** An aggregate's next version goes into a round of its own, so that one statement writes no row twice. */
    private static List<Map<Aggregate, Prepared>> rounds(List<Prepared> portion) {
        List<Map<Aggregate, Prepared>> rounds = new ArrayList<>();
        Map<Aggregate, Prepared> round = Map.of();
        for (Prepared event : portion) {
            if (rounds.isEmpty() || round.containsKey(event.event().aggregate())) {
                round = new LinkedHashMap<>();
                rounds.add(round);
            }
            round.put(event.event().aggregate(), event);
        }
        return rounds;
    }

    /** What is written together belongs to no single trace; an event that comes alone is written in its own. */
    @SuppressWarnings("try")
    private void writeRound(Map<Aggregate, Prepared> round) {
        Span span = round.size() == 1 ? round.values().iterator().next().span() : Span.getInvalid();
        try (Scope scope = span.makeCurrent()) {
            Map<Aggregate, Mark> marks = new LinkedHashMap<>();
            round.forEach(
                    (aggregate, event) -> marks.put(aggregate, event.event().mark()));
            // Somebody else may have taken some in since they were looked up: after a rebalance, or by a replay.
            Set<Aggregate> news = store.remember(marks);
            round.values().stream()
                    .filter(event -> news.contains(event.event().aggregate()))
                    .collect(Collectors.groupingBy(
                            event -> event.event().handler(),
                            LinkedHashMap::new,
                            Collectors.mapping(Prepared::content, Collectors.toList())))
                    .forEach(EventHandler::write);
        }
    }

    private Incoming read(EventHandler<Object, Object> handler, CloudEvent event, String topic) {
        long version = version(event);
        Object data = data(event, handler.dataType());
        return new Incoming(
                handler,
                new Aggregate(topic, event.getSubject()),
                new Mark(
                        epoch(event),
                        version,
                        event.getId(),
                        event.getTime() == null ? null : event.getTime().toInstant()),
                text(event.getExtension(TraceContext.NAME)),
                new EventHandler.Received<>(event.getId(), event.getSubject(), version, data));
    }

    private static CloudEvent cloudEvent(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        try {
            CloudEvent event = KafkaMessageFactory.createReader(kafkaRecord).toEvent();
            if (event.getSubject() == null || event.getData() == null) {
                throw new UnreadableEvent("the event has no subject or no data");
            }
            if (event.getSubject().indexOf(0) >= 0 || event.getId().indexOf(0) >= 0) {
                throw new UnreadableEvent("the event's subject or id has a character that no text may have");
            }
            return event;
        } catch (UnreadableEvent e) {
            throw e;
        } catch (CloudEventRWException | IllegalStateException e) {
            throw new UnreadableEvent("not a CloudEvent: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new UnreadableEvent("not a CloudEvent: its headers cannot be read", e);
        }
    }

    private static long version(CloudEvent event) {
        Object version = event.getExtension(CloudEvents.VERSION);
        try {
            return Long.parseLong(String.valueOf(version));
        } catch (NumberFormatException e) {
            throw new UnreadableEvent(CloudEvents.VERSION + " is '" + version + "', not a number", e);
        }
    }

    private static Instant epoch(CloudEvent event) {
        Object epoch = event.getExtension(CloudEvents.EPOCH);
        try {
            return epoch == null
                    ? Instant.EPOCH
                    : OffsetDateTime.parse(epoch.toString()).toInstant();
        } catch (DateTimeParseException e) {
            throw new UnreadableEvent(CloudEvents.EPOCH + " is '" + epoch + "', not a point in time", e);
        }
    }

    private static String text(Object extension) {
        return extension == null ? null : extension.toString();
    }

    private Object data(CloudEvent event, Class<Object> type) {
        try {
            // Fields that this service does not know were added after it was built; they are no fault.
            Object data = mapper.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(event.getData().toBytes());
            if (data == null) {
                throw new UnreadableEvent("the data is not a " + event.getType() + ": it is null");
            }
            return data;
        } catch (JacksonException e) {
            throw new UnreadableEvent("the data is not a " + event.getType() + ": " + fault(e), e);
        } catch (IOException e) {
            throw new UnreadableEvent("the data is not a " + event.getType() + ": it is no text", e);
        }
    }

    private static String fault(JacksonException e) {
        if (e instanceof ValueInstantiationException && !(e.getCause() instanceof InvalidValue)) {
            return "something is missing in it that must be there, or has a value that it cannot have";
        }
        FieldError fault = JsonFault.of(e);
        return fault.field().isEmpty() ? fault.message() : fault.field() + ": " + fault.message();
    }
}
