package se.skolkvalitet.kit.events;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.kafka.CloudEventSerializer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringSerializer;
import se.skolkvalitet.kit.trace.TraceContext;

/**
 * The relay's connection to Kafka. A batch is a Kafka transaction: all of it becomes visible or nothing, and a producer
 * that opens later with the same transactional id shuts this one out, with whatever it still had under way. So a relay
 * that has lost its leadership cannot put an old event behind its successor's newer ones.
 */
final class OutboxProducer implements AutoCloseable {
    private static final long ASK_SECONDS = 10;

    private final KafkaProducer<String, CloudEvent> producer;
    private final Admin admin;
    private final Source source;
    private final Set<String> present = new HashSet<>();

    /** What every event of this service says of where it comes from. */
    record Source(String service, String schemaBase) {}

    /** Kafka will never take one or more of the events; nothing was sent. Which it is, is known only of one that was alone. */
    static final class Refused extends Exception {
        Refused(Throwable reason) {
            super(reason.getMessage() == null ? reason.toString() : reason.getMessage(), reason);
        }
    }

    /** The events of one topic cannot be sent now; nothing of the batch was sent. */
    static final class TopicTrouble extends Exception {
        private final String topic;
        private final boolean forbidden;

        private TopicTrouble(String topic, boolean forbidden, String message, Throwable reason) {
            super(message, reason);
            this.topic = topic;
            this.forbidden = forbidden;
        }

        static TopicTrouble passing(String topic, Throwable reason) {
            return new TopicTrouble(topic, false, reason.toString(), reason);
        }

        static TopicTrouble forbidden(String topic, Throwable reason) {
            return new TopicTrouble(topic, true, "this service may not write to the topic " + topic, reason);
        }

        String topic() {
            return topic;
        }

        /** Whether the broker is there and does not let this service write to the topic. */
        boolean isForbidden() {
            return forbidden;
        }
    }

    /**
     * Shuts out every earlier producer of the service.
     *
     * @param settings all {@code kafka.*} settings of the service
     * @throws KafkaException where the broker is away
     */
    OutboxProducer(Map<String, Object> settings, Source source) {
        this.source = source;
        CloudEventSerializer serializer = new CloudEventSerializer();
        serializer.configure(Map.of(CloudEventSerializer.ENCODING_CONFIG, Encoding.BINARY), false);
        admin = Admin.create(settings);
        producer = new KafkaProducer<>(withDefaults(settings, source.service()), new StringSerializer(), serializer);
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Which of the topics cannot be written, each with the reason. */
    Map<String, String> withoutTopic(Collection<String> topics) throws InterruptedException {
        Set<String> unknown = new HashSet<>(topics);
        unknown.removeAll(present);
        Map<String, String> missing = new HashMap<>();
        if (unknown.isEmpty()) {
            return missing;
        }
        for (var asked : admin.describeTopics(unknown).topicNameValues().entrySet()) {
            String reason = whyMissing(asked.getKey(), asked.getValue());
            if (reason == null) {
                present.add(asked.getKey());
            } else {
                missing.put(asked.getKey(), reason);
            }
        }
        return missing;
    }

    /** Sends all of them, in their order, or none. */
    void send(List<OutboxRow> rows) throws InterruptedException, Refused, TopicTrouble {
        producer.beginTransaction();
        try {
            flushAll(rows);
        } catch (Refused | TopicTrouble | InterruptedException | RuntimeException e) {
            present.clear();
            producer.abortTransaction();
            throw e;
        }
        producer.commitTransaction();
    }

    private void flushAll(List<OutboxRow> rows) throws InterruptedException, Refused, TopicTrouble {
        List<Future<?>> answers = new ArrayList<>();
        Map<OutboxRow, Throwable> failures = new LinkedHashMap<>();
        for (OutboxRow row : rows) {
            try {
                answers.add(producer.send(message(row)));
            } catch (KafkaException | IllegalArgumentException e) {
                failures.put(row, e);
                break;
            }
        }
        producer.flush();
        for (int i = 0; i < answers.size(); i++) {
            try {
                answers.get(i).get();
            } catch (ExecutionException e) {
                failures.put(rows.get(i), e.getCause());
            }
        }
        throwFor(failures);
    }

    /**
     * What one event or topic is at fault for, Kafka's producer says of others of the transaction too: of all that were
     * not yet on their way.
     */
    private static void throwFor(Map<OutboxRow, Throwable> failures) throws Refused, TopicTrouble {
        for (Throwable reason : failures.values()) {
            if (isRefusal(reason)) {
                throw new Refused(reason);
            }
        }
        for (var failure : failures.entrySet()) {
            if (failure.getValue() instanceof TopicAuthorizationException reason) {
                String topic = reason.unauthorizedTopics().stream()
                        .findFirst()
                        .orElse(failure.getKey().topic());
                throw TopicTrouble.forbidden(topic, reason);
            }
        }
        for (var failure : failures.entrySet()) {
            throw TopicTrouble.passing(failure.getKey().topic(), failure.getValue());
        }
    }

    private static boolean isRefusal(Throwable reason) {
        return reason instanceof RecordTooLargeException
                || reason instanceof RecordBatchTooLargeException
                || reason instanceof SerializationException
                || reason instanceof InvalidRecordException
                || reason instanceof IllegalArgumentException;
    }

    private static String whyMissing(String topic, KafkaFuture<?> asked) throws InterruptedException {
        try {
            asked.get(ASK_SECONDS, TimeUnit.SECONDS);
            return null;
        } catch (ExecutionException e) {
            Throwable reason = e.getCause();
            if (reason instanceof UnknownTopicOrPartitionException || reason instanceof InvalidTopicException) {
                return "there is no topic " + topic;
            }
            if (reason instanceof TopicAuthorizationException) {
                return "this service may not use the topic " + topic;
            }
            throw new KafkaException("the broker could not be asked for the topic " + topic, reason);
        } catch (TimeoutException e) {
            throw new KafkaException("the broker did not say whether there is a topic " + topic, e);
        }
    }

    private ProducerRecord<String, CloudEvent> message(OutboxRow row) {
        var message = new ProducerRecord<>(row.topic(), row.subject(), cloudEvent(row));
        if (row.traceparent() != null) {
            // Beside the envelope's own, for tools that know Kafka and not CloudEvents.
            message.headers().add(TraceContext.NAME, row.traceparent().getBytes(StandardCharsets.US_ASCII));
        }
        return message;
    }

    private CloudEvent cloudEvent(OutboxRow row) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(row.id().toString())
                .withSource(URI.create("/" + source.service()))
                .withType(row.type())
                .withSubject(row.subject())
                .withTime(row.occurredAt())
                .withDataContentType("application/json")
                .withDataSchema(URI.create(source.schemaBase() + row.type()))
                .withExtension(CloudEvents.VERSION, row.version())
                .withExtension(CloudEvents.EPOCH, row.epoch().toInstant().toString())
                .withData(row.data().getBytes(StandardCharsets.UTF_8));
        if (row.traceparent() != null) {
            event.withExtension(TraceContext.NAME, row.traceparent());
        }
        return event.build();
    }

    /** What the promises of the relay rest on is not for settings to change. */
    private static Map<String, Object> withDefaults(Map<String, Object> settings, String service) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        all.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        all.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        all.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        all.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-outbox");
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, service + "-outbox");
        return all;
    }

    @Override
    public void close() {
        // What is still under way belongs to a transaction that nobody will commit.
        producer.close(Duration.ZERO);
        admin.close(Duration.ZERO);
    }
}
