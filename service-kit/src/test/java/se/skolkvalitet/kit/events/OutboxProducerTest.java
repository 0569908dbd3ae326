package se.skolkvalitet.kit.events;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.Test;

/** What keeps a relay that has lost its lock, and does not know it yet, from sending behind its successor. */
@QuarkusTest
class OutboxProducerTest {
    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafkaSettings;

    @Test
    void aProducerOfTheSameServiceThatOpensLaterShutsOutTheEarlierOne() throws Exception {
        String service = "fenced-" + UUID.randomUUID();
        try (OutboxProducer earlier = producer(service)) {
            earlier.send(List.of(row()));

            try (OutboxProducer later = producer(service)) {
                assertThatThrownBy(() -> earlier.send(List.of(row())))
                        .isInstanceOfAny(ProducerFencedException.class, InvalidProducerEpochException.class);
                later.send(List.of(row()));
            }
        }
    }

    private OutboxProducer producer(String service) {
        return new OutboxProducer(kafkaSettings, new OutboxProducer.Source(service, "urn:test:"));
    }

    private static OutboxRow row() {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        UUID id = UUID.randomUUID();
        return new OutboxRow(1, id, "indicator.releases", "test", id.toString(), 1, now, now, null, "{}");
    }
}
