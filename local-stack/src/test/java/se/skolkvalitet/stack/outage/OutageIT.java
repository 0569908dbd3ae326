package se.skolkvalitet.stack.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import se.skolkvalitet.stack.LocalStack;
import se.skolkvalitet.stack.ServiceKind;
import se.skolkvalitet.stack.TestStack;
import se.skolkvalitet.stack.mainjob.MainJob;
import se.skolkvalitet.stack.outage.Traffic.Answer;
import se.skolkvalitet.stack.sample.Sample;

/**
 * The packaged services under load while PostgreSQL is stopped, then frozen, then Kafka is killed. How long each is away
 * is {@code -Dsoak.outage-seconds}: some seconds usually, a minute and a half in the profile {@code soak}.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("endurance")
class OutageIT {
    private static final int OUTAGE = Integer.getInteger("soak.outage-seconds", 6);
    private static final int BETWEEN = Math.min(15, OUTAGE);
    private static final String NO_DATABASE = "PostgreSQL stopped";
    private static final String NO_BROKER = "Kafka killed";
    private static final long SEED = Long.getLong("soak.seed", 1);
    private static final Duration CATCH_UP = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofSeconds(OUTAGE + 120L);

    @TempDir
    static Path sample;

    private LocalStack stack;
    private Books books;
    private Traffic traffic;
    private Health health;
    private Load load;
    private final Map<ServiceKind, Long> processes = new EnumMap<>(ServiceKind.class);
    private final List<String> told = new ArrayList<>();

    @BeforeAll
    void goThroughOutages() throws Exception {
        Sample.write(sample, SEED);
        stack = TestStack.start();
        books = Books.open(stack);
        MainJob.run(stack::url, sample, TestStack.silence());
        for (ServiceKind service : ServiceKind.values()) {
            processes.put(service, stack.process(service).orElseThrow().pid());
        }
        traffic = new Traffic(stack::url, PATIENCE);
        health = new Health(new Traffic(stack::url, Duration.ofSeconds(10)));
        load = new Load(traffic, sample, SEED);
        try (Health watched = health;
                Load running = load) {
            watched.start();
            running.start();
            enter("everything there");
            stay(BETWEEN);
            enter("PostgreSQL stopping");
            stack.engines().stopDatabases();
            enter(NO_DATABASE);
            stay(OUTAGE);
            enter("PostgreSQL starting");
            stack.engines().restartDatabases();
            back("PostgreSQL back");
            enter("PostgreSQL frozen");
            stack.engines().freezeDatabases();
            stay(OUTAGE);
            stack.engines().thawDatabases();
            back("PostgreSQL thawed");
            enter(NO_BROKER);
            stack.engines().killBroker();
            stay(OUTAGE);
            enter("Kafka starting");
            stack.engines().restartBroker();
            back("Kafka back");
        }
        long stopped = System.nanoTime();
        await().atMost(CATCH_UP).pollInterval(Duration.ofMillis(200)).until(books::areBalanced);
        told.add("caught up %.1f s after the load ended".formatted((System.nanoTime() - stopped) / 1e9));
        tell();
    }

    @AfterAll
    void stop() throws IOException {
        if (stack != null) {
            keepLogs();
            stack.close();
        }
    }

    /** Beside the reports, because the stack takes its own folder away. */
    private void keepLogs() throws IOException {
        Path kept = Files.createDirectories(Path.of("target", "outage"));
        try (Stream<Path> logs = Files.list(stack.directory())) {
            for (Path log :
                    logs.filter(file -> file.toString().endsWith(".log")).toList()) {
                Files.copy(log, kept.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.write(kept.resolve("outage.txt"), told);
    }

    @Test
    void everyRequestIsAnsweredAndNoneByAnInternalError() {
        assertThat(traffic.answers()).hasSizeGreaterThan(100 * OUTAGE / 6);
        assertThat(traffic.answers()).filteredOn(answer -> !answer.isProper()).isEmpty();
    }

    @Test
    void noWriteIsRefusedThatTheSameClientMayRepeat() {
        assertThat(load.refused()).isEmpty();
    }

    @Test
    void noServiceIsStartedAgain() {
        Map<ServiceKind, Long> now = new EnumMap<>(ServiceKind.class);
        for (ServiceKind service : ServiceKind.values()) {
            stack.process(service).ifPresent(process -> now.put(service, process.pid()));
        }
        assertThat(now).isEqualTo(processes);
    }

    @Test
    void whatWasAcceptedIsThereOnce() throws SQLException {
        Map<Load.Accepted, Long> astray = new java.util.HashMap<>();
        for (Load.Accepted accepted : load.accepted()) {
            long found = books.found(accepted);
            if (found != 1) {
                astray.put(accepted, found);
            }
        }
        assertThat(load.accepted().stream().map(Load.Accepted::kind).distinct()).hasSize(8);
        assertThat(astray).isEmpty();
    }

    @Test
    void everyEventIsAppliedOnceByEachThatFollowsIt() throws SQLException {
        for (Following following : Following.ALL) {
            assertThat(books.applied(following))
                    .as("%s at %s", following.topic(), following.follower())
                    .isEqualTo(books.sent(following));
        }
    }

    @Test
    void everyCopySaysWhatTheNewestEventSays() throws SQLException {
        for (Following following : Following.ALL) {
            assertThat(books.texts(following.follower(), following.kept()))
                    .as("%s at %s", following.topic(), following.follower())
                    .containsExactlyInAnyOrderElementsOf(books.texts(following.producer(), following.told()));
        }
    }

    @Test
    void everyJobIsCompleted() throws SQLException {
        assertThat(load.jobs()).isNotEmpty();
        for (ServiceKind service : ServiceKind.values()) {
            assertThat(books.texts(
                            service,
                            "select concat_ws(' ', kind, id, state, problem) from job where state <> 'completed'"))
                    .as("jobs of %s", service)
                    .isEmpty();
        }
    }

    @Test
    void nothingIsSetAsideAndNothingIsADeadLetter() throws SQLException {
        for (ServiceKind service : ServiceKind.values()) {
            assertThat(books.texts(service, "select reason from outbox where set_aside_at is not null"))
                    .as("set aside in %s", service)
                    .isEmpty();
            assertThat(books.texts(service, "select concat_ws(' ', topic, reason) from dead_letter"))
                    .as("dead letters of %s", service)
                    .isEmpty();
        }
    }

    @Test
    void withoutPostgreSqlNoServiceIsReady() {
        for (ServiceKind service : ServiceKind.values()) {
            assertThat(health.answers())
                    .filteredOn(answer -> answer.phase().equals(NO_DATABASE) && answer.service() == service)
                    .filteredOn(answer -> !Health.isLiveness(answer))
                    .anyMatch(answer -> answer.status() == 503);
        }
    }

    @Test
    void withoutKafkaEveryServiceIsReadyBecauseItAnswersAllTheSame() {
        assertThat(health.answers())
                .filteredOn(answer -> answer.phase().equals(NO_BROKER))
                .isNotEmpty()
                .allMatch(answer -> answer.status() == 200);
        assertThat(traffic.answers())
                .filteredOn(answer -> answer.phase().equals(NO_BROKER))
                .isNotEmpty()
                .allMatch(answer -> answer.status() < 300);
    }

    @Test
    void aServiceIsAliveThroughoutAndReadyAgainAfterwards() {
        assertThat(health.answers())
                .filteredOn(answer -> Health.isLiveness(answer) && answer.status() != 200)
                .isEmpty();
        for (ServiceKind service : ServiceKind.values()) {
            assertThat(traffic.get(service, "/q/health/ready").status())
                    .as(service.artifact())
                    .isEqualTo(200);
        }
    }

    private void enter(String phase) {
        traffic.enter(phase);
        health.enter(phase);
    }

    private void back(String phase) throws InterruptedException {
        enter(phase);
        Instant since = Instant.now();
        stay(BETWEEN);
        told.add("%-20s first write accepted after seconds: %s".formatted(phase, firstWrites(since)));
    }

    private Map<ServiceKind, Double> firstWrites(Instant since) {
        return traffic.answers().stream()
                .filter(answer -> answer.status() == 201 || answer.status() == 202)
                .filter(answer -> answer.ended().isAfter(since))
                .collect(Collectors.toMap(
                        Answer::service,
                        answer -> Duration.between(since, answer.ended()).toMillis() / 1000.0,
                        Math::min,
                        TreeMap::new));
    }

    private static void stay(int seconds) throws InterruptedException {
        new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
    }

    private void tell() throws SQLException {
        told.add(0, "outage test, seed %d, %d s each".formatted(SEED, OUTAGE));
        traffic.answers().stream()
                .collect(Collectors.groupingBy(Answer::phase, java.util.LinkedHashMap::new, Collectors.toList()))
                .forEach((phase, answers) -> told.add("%-20s %6d requests, by status %s, slowest %.1f s"
                        .formatted(
                                phase,
                                answers.size(),
                                answers.stream()
                                        .collect(Collectors.groupingBy(
                                                Answer::status, TreeMap::new, Collectors.counting())),
                                answers.stream().mapToLong(Answer::millis).max().orElse(0) / 1000.0)));
        health.answers().stream()
                .collect(Collectors.groupingBy(
                        answer -> "%-20s %s".formatted(answer.phase(), answer.request()),
                        java.util.LinkedHashMap::new,
                        Collectors.toList()))
                .forEach((what, answers) -> told.add("%s: by status %s, slowest %.1f s"
                        .formatted(
                                what,
                                answers.stream()
                                        .collect(Collectors.groupingBy(
                                                answer -> answer.service() + " " + answer.status(),
                                                TreeMap::new,
                                                Collectors.counting())),
                                answers.stream().mapToLong(Answer::millis).max().orElse(0) / 1000.0)));
        told.add("accepted: "
                + load.accepted().stream()
                        .collect(Collectors.groupingBy(Load.Accepted::kind, TreeMap::new, Collectors.counting())));
        told.add("jobs: " + load.jobs().size());
        for (Following following : Following.ALL) {
            told.add("%s at %s: %d events, %d applied"
                    .formatted(
                            following.topic(),
                            following.follower().artifact(),
                            books.sent(following).size(),
                            books.applied(following).size()));
        }
        told.forEach(System.out::println);
    }
}
