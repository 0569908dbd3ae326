package se.skolkvalitet.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** A Kafka topic as {@code contracts/asyncapi.yaml} declares it in the Kafka binding of its channel. */
public record Topic(String name, int partitions, String cleanupPolicy) {

    /** Every topic of the suite, read from the contract on the class path. */
    public static List<Topic> declared() {
        try (InputStream contract = Topic.class.getResourceAsStream("/contracts/asyncapi.yaml")) {
            Map<String, Object> document = new Yaml().load(contract);
            List<Topic> topics = new ArrayList<>();
            for (Object channel : child(document, "channels").values()) {
                topics.add(from(asMap(channel)));
            }
            return topics;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Topic from(Map<String, Object> channel) {
        Map<String, Object> kafka = child(child(channel, "bindings"), "kafka");
        List<?> policy = (List<?>) child(kafka, "topicConfiguration").get("cleanup.policy");
        return new Topic((String) channel.get("address"), (Integer) kafka.get("partitions"), (String) policy.get(0));
    }

    private static Map<String, Object> child(Map<String, Object> parent, String name) {
        return asMap(parent.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }
}
