package se.skolkvalitet.kit.testapp;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;

/** Kafka's clients name it in their settings and tell it all of them. */
public class RecordingReporter implements MetricsReporter {
    public static final List<Map<String, ?>> SETTINGS = new CopyOnWriteArrayList<>();

    @Override
    public void configure(Map<String, ?> settings) {
        SETTINGS.add(Map.copyOf(settings));
    }

    @Override
    public void init(List<KafkaMetric> metrics) {}

    @Override
    public void metricChange(KafkaMetric metric) {}

    @Override
    public void metricRemoval(KafkaMetric metric) {}

    @Override
    public void close() {}
}
