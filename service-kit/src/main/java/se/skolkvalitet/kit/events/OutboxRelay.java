package se.skolkvalitet.kit.events;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.kafka.CloudEventSerializer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;
import se.skolkvalitet.kit.db.Sql;

/**
 * Sends the outbox to Kafka: each event at least once, the events of one aggregate in their order.
 *
 * <p>One relay at a time works for a database, the one whose session holds the advisory lock; the others wait for it,
 * and take over when its session ends, however it ended. It is woken by NOTIFY and looks again each second in case a
 * notification was lost. An event is marked as sent only when the broker has acknowledged it, and gets its position in
 * the service's feed then; a crash in between sends it twice, which consumers ignore by its version.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 1000;
    private static final long LEADER_LOCK = 0x6f7574626f78L;
    private static final int WAIT_MILLIS = 1000;
    private static final String NEXT = Sql.load(OutboxRelay.class, "next-unsent-events");
    private static final String MARK = Sql.load(OutboxRelay.class, "mark-events-sent");

    @Inject
    Jdbi jdbi;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbcUrl;

    @ConfigProperty(name = "quarkus.datasource.username")
    String username;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private final AtomicLong sent = new AtomicLong();
    private volatile boolean stopping;
    private Thread thread;

    /** A row of the outbox. */
    public record Row(
            long seq,
            UUID id,
            String topic,
            String type,
            String subject,
            long version,
            String data,
            OffsetDateTime occurredAt) {}

    void start(@Observes StartupEvent event) {
        meters.gauge("outbox.sent", sent);
        thread = new Thread(this::lead, "outbox-relay");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.join(5000);
    }

    private void lead() {
        while (!stopping) {
            try (Connection session = DriverManager.getConnection(jdbcUrl, username, password);
                    KafkaProducer<String, CloudEvent> producer = producer()) {
                awaitLeadership(session);
                relay(session, producer);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | ExecutionException | RuntimeException e) {
                if (!stopping) {
                    LOG.warnf("outbox relay interrupted, starting again: %s", e.toString());
                    pause();
                }
            }
        }
    }

    private void awaitLeadership(Connection session) throws SQLException, InterruptedException {
        try (var lock = session.prepareStatement("select pg_try_advisory_lock(" + LEADER_LOCK + ")")) {
            while (!stopping) {
                try (var result = lock.executeQuery()) {
                    result.next();
                    if (result.getBoolean(1)) {
                        break;
                    }
                }
                Thread.sleep(WAIT_MILLIS);
            }
        }
        try (var listen = session.createStatement()) {
            listen.execute("listen outbox");
        }
    }

    private void relay(Connection session, KafkaProducer<String, CloudEvent> producer)
            throws SQLException, InterruptedException, ExecutionException {
        PGConnection notifications = session.unwrap(PGConnection.class);
        while (!stopping) {
            if (sendBatch(producer) < BATCH) {
                // Asks the session for something, so that a relay which lost it, and with it the lock, finds out.
                try (var ping = session.createStatement()) {
                    ping.execute("select 1");
                }
                notifications.getNotifications(WAIT_MILLIS);
            }
        }
    }

    private int sendBatch(KafkaProducer<String, CloudEvent> producer) throws InterruptedException, ExecutionException {
        List<Row> rows = jdbi.withHandle(handle ->
                handle.createQuery(NEXT).bind("limit", BATCH).mapTo(Row.class).list());
        List<Future<?>> acknowledgements = new ArrayList<>();
        for (Row row : rows) {
            acknowledgements.add(producer.send(new ProducerRecord<>(row.topic(), row.subject(), cloudEvent(row))));
        }
        for (Future<?> acknowledgement : acknowledgements) {
            acknowledgement.get();
        }
        if (!rows.isEmpty()) {
            jdbi.useHandle(handle -> mark(handle, rows));
            sent.addAndGet(rows.size());
        }
        return rows.size();
    }

    private static void mark(Handle handle, List<Row> rows) {
        handle.createUpdate(MARK)
                .bindArray("seqs", Long.class, rows.stream().map(Row::seq).toList())
                .execute();
    }

    private CloudEvent cloudEvent(Row row) {
        return CloudEventBuilder.v1()
                .withId(row.id().toString())
                .withSource(URI.create("/" + service))
                .withType(row.type())
                .withSubject(row.subject())
                .withTime(row.occurredAt())
                .withDataContentType("application/json")
                .withDataSchema(URI.create("contracts/events/" + row.type() + ".schema.json"))
                .withExtension(CloudEvents.VERSION, row.version())
                .withData(row.data().getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private KafkaProducer<String, CloudEvent> producer() {
        CloudEventSerializer serializer = new CloudEventSerializer();
        serializer.configure(Map.of(CloudEventSerializer.ENCODING_CONFIG, Encoding.BINARY), false);
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        service + "-outbox",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        30_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000),
                new StringSerializer(),
                serializer);
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
