package se.skolkvalitet.kit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.Events;
import se.skolkvalitet.kit.testapp.AdviserHandler;
import se.skolkvalitet.kit.testapp.OfficeHandler;

/** Events that arrive together. */
@QuarkusTest
class InboxBatchTest {
    private static final String OFFICES = "regional.offices";
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Inbox inbox;

    @Inject
    InboxConsumer consumer;

    @Inject
    OfficeHandler offices;

    @Inject
    AdviserHandler advisers;

    @Inject
    Jdbi jdbi;

    private final String first = "first " + UUID.randomUUID();
    private final String second = "second " + UUID.randomUUID();
    private final String third = "third " + UUID.randomUUID();

    @Test
    void eventsOfDifferentAggregatesAreWrittenTogether() {
        inbox.receive(List.of(adviser(first, 1), adviser(second, 1), adviser(third, 1)));

        assertThat(advisers.together).contains(List.of(first, second, third));
    }

    @Test
    void anotherVersionOfAnAggregateIsWrittenAfterTheOneBefore() {
        inbox.receive(List.of(adviser(first, 1), adviser(second, 1), adviser(first, 2), adviser(third, 1)));

        assertThat(written(first)).containsExactly(List.of(first, second), List.of(first, third));
    }

    @Test
    void ofABatchThatIsPartlyKnownOnlyTheRestIsWritten() {
        ConsumerRecord<byte[], byte[]> known = adviser(first, 1);
        inbox.receive(List.of(known));

        inbox.receive(List.of(known, adviser(second, 1)));

        assertThat(written(first)).containsExactly(List.of(first));
        assertThat(written(second)).containsExactly(List.of(second));
    }

    @Test
    void twoWhoTakeInTheSameBatchAtOnceWriteItOnce() {
        List<ConsumerRecord<byte[], byte[]>> batch = List.of(office(first), office(second));
        CountDownLatch held = new CountDownLatch(1);
        offices.held.put(second, held);
        CompletableFuture<Void> one = CompletableFuture.runAsync(() -> inbox.receive(batch));
        await().atMost(SOON).until(() -> heard(first), heard -> heard.size() == 1);

        CompletableFuture<Void> another = CompletableFuture.runAsync(() -> inbox.receive(batch));
        await().atMost(SOON).until(this::somebodyWaitsForARowOfTheInbox);
        held.countDown();

        assertThat(CompletableFuture.allOf(one, another)).succeedsWithin(SOON);
        assertThat(heard(first)).hasSize(1);
        assertThat(heard(second)).hasSize(1);
    }

    @Test
    void oneThatCannotBeWrittenIsPutAsideAndTheOthersOfItsBatchAreWritten() {
        offices.refused = second;
        List<ConsumerRecord<byte[], byte[]>> batch = List.of(office(first), office(second), office(third));

        consumer.consume(new ConsumerRecords<>(Map.of(new TopicPartition(OFFICES, 0), batch), Map.of()));

        assertThat(known()).contains(first, third).doesNotContain(second);
        assertThat(deadLetters()).contains(second).doesNotContain(first, third);
    }

    private List<List<String>> written(String id) {
        return advisers.together.stream().filter(ids -> ids.contains(id)).toList();
    }

    private List<String> heard(String code) {
        return offices.heard.stream().filter(line -> line.startsWith(code)).toList();
    }

    private boolean somebodyWaitsForARowOfTheInbox() {
        return jdbi.withHandle(handle -> handle.select(
                        "select exists (select from pg_stat_activity"
                                + " where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into inbox%')")
                .mapTo(Boolean.class)
                .one());
    }

    private List<String> known() {
        return jdbi.withHandle(handle ->
                handle.select("select subject from inbox").mapTo(String.class).list());
    }

    private List<String> deadLetters() {
        return jdbi.withHandle(handle -> handle.select("select convert_from(key, 'UTF8') from dead_letter")
                .mapTo(String.class)
                .list());
    }

    private static ConsumerRecord<byte[], byte[]> office(String code) {
        return event(
                OFFICES,
                "se.skolkvalitet.regional.office.v1",
                code,
                1,
                "{\"code\":\"%s\",\"name\":\"Solna\"}".formatted(code));
    }

    private static ConsumerRecord<byte[], byte[]> adviser(String id, long version) {
        return event(AdviserHandler.TOPIC, AdviserHandler.TYPE, id, version, "{\"id\":\"%s\"}".formatted(id));
    }

    private static ConsumerRecord<byte[], byte[]> event(
            String topic, String type, String subject, long version, String data) {
        // A dead letter is known by its offset, and one that the topic really has may be another test's.
        long offset = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);
        ConsumerRecord<byte[], byte[]> event = new ConsumerRecord<>(topic, 0, offset, bytes(subject), bytes(data));
        Events.headers(type, subject, version)
                .forEach((name, value) -> event.headers().add(name, bytes(value)));
        return event;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
