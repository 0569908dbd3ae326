package se.skolkvalitet.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The yardstick of events: the records of a service once more, from a producer to a consumer and nothing else. */
final class BareKafka implements AutoCloseable {
    private static final List<String> TOPICS = List.of(
            "regional.school-units",
            "regional.register",
            "regional.organisers",
            "regional.offices",
            "regional.advisers");
    private static final String PREFIX = "bench.";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int PATIENCE_POLLS = 600;

    private final KafkaConsumer<byte[], byte[]> reader;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<TopicPartition> originals;
    private final List<TopicPartition> copies;
    private final List<ConsumerRecord<byte[], byte[]>> captured = new ArrayList<>();

    BareKafka(String bootstrapServers) {
        reader = consumer(bootstrapServers);
        consumer = consumer(bootstrapServers);
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        originals = TOPICS.stream()
                .flatMap(topic -> reader.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        copies = originals.stream()
                .map(original -> new TopicPartition(PREFIX + original.topic(), original.partition()))
                .toList();
        createCopies(bootstrapServers);
    }

    /** What comes from here on is captured. */
    void mark() {
        reader.assign(originals);
        reader.seekToEnd(originals);
        originals.forEach(reader::position);
    }

    void capture(long records) {
        for (int polls = 0; captured.size() < records; polls++) {
            if (polls == PATIENCE_POLLS) {
                throw new BenchFailed("of %d records %d can be read".formatted(records, captured.size()));
            }
            reader.poll(POLL).forEach(captured::add);
        }
        consumer.assign(copies);
        consumer.seekToEnd(copies);
        copies.forEach(consumer::position);
    }

    double megabytes() {
        return captured.stream().mapToLong(BareKafka::size).sum() / 1e6;
    }

    /** How long they all need, the producer and the consumer in a thread each. */
    double seconds() {
        Stopwatch watch = Stopwatch.start();
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
            captured.forEach(original -> producer.send(copy(original)));
            producer.flush();
        });
        int received = 0;
        for (int polls = 0; received < captured.size(); polls++) {
            if (polls > captured.size() + PATIENCE_POLLS) {
                throw new BenchFailed("of %d records %d came back".formatted(captured.size(), received));
            }
            received += consumer.poll(POLL).count();
        }
        double seconds = watch.seconds();
        sent.join();
        return seconds;
    }

    private void createCopies(String bootstrapServers) {
        Map<String, Long> partitions =
                copies.stream().collect(Collectors.groupingBy(TopicPartition::topic, Collectors.counting()));
        List<NewTopic> topics = partitions.entrySet().stream()
                .map(topic -> new NewTopic(topic.getKey(), topic.getValue().intValue(), (short) 1))
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers))) {
            admin.createTopics(topics).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted", e);
        } catch (ExecutionException e) {
            throw new BenchFailed("could not create the topics of the bench", e);
        }
    }

    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> original) {
        return new ProducerRecord<>(
                PREFIX + original.topic(),
                original.partition(),
                null,
                original.key(),
                original.value(),
                original.headers());
    }

    private static long size(ConsumerRecord<byte[], byte[]> captured) {
        long size = captured.serializedKeySize() + (long) captured.serializedValueSize();
        for (Header header : captured.headers()) {
            size += header.key().length() + header.value().length;
        }
        return size;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
        reader.close();
    }
}
