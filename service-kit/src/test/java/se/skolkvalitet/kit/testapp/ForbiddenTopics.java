package se.skolkvalitet.kit.testapp;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/**
 * Lets a producer ask for topics of one name and not write to them, as a broker does with an account that may only
 * describe them. All else goes to the first partition.
 */
public class ForbiddenTopics implements Partitioner {
    public static final String PREFIX = "forbidden.";

    @Override
    public int partition(String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
        if (topic.startsWith(PREFIX)) {
            throw new TopicAuthorizationException(Set.of(topic));
        }
        return 0;
    }

    @Override
    public void configure(Map<String, ?> settings) {}

    @Override
    public void close() {}
}
