package se.skolkvalitet.kit.test;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Puts events on the test's broker as another service would, or as none should. */
public final class Events {
    private Events() {}

    /** Sends an event and returns its id. */
    public static String send(String topic, String type, String subject, long version, String data) {
        Map<String, String> headers = headers(type, subject, version);
        sendRaw(topic, subject, headers, data);
        return headers.get("ce_id");
    }

    /** The headers of an event that breaks no rule, for a test to break one. */
    public static Map<String, String> headers(String type, String subject, long version) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_source", "/test");
        headers.put("ce_type", type);
        headers.put("ce_subject", subject);
        headers.put("ce_aggregateversion", String.valueOf(version));
        headers.put("content-type", "application/json");
        return headers;
    }

    /** Sends a record that need not be an event. */
    public static void sendRaw(String topic, String key, Map<String, String> headers, String data) {
        String broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new StringSerializer(), new ByteArraySerializer())) {
            var kafkaRecord = new ProducerRecord<>(topic, key, data.getBytes(StandardCharsets.UTF_8));
            headers.forEach((name, value) -> kafkaRecord.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(kafkaRecord);
        }
    }
}
