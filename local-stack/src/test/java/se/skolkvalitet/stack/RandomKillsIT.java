package se.skolkvalitet.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.skolkvalitet.stack.mainjob.MainJob;
import se.skolkvalitet.stack.mainjob.Summary;
import se.skolkvalitet.stack.sample.Sample;

/** The main job on the sample while services are killed all the time, one or two at once, whatever they are doing. */
@Tag("soak")
class RandomKillsIT {
    private static final long SEED = Long.getLong("soak.seed", 1);
    private static final int ROUNDS = Integer.getInteger("soak.rounds", 1);
    private static final int MOST_AT_ONCE = 2;
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(3);
    private static final int FEWEST_KILLED = 5;
    private static final int MOST_KILLED = 12;

    @TempDir
    static Path sample;

    private static Summary undisturbed;

    @BeforeAll
    static void runUndisturbed() {
        Sample.write(sample, 2026);
        try (LocalStack stack = TestStack.start()) {
            undisturbed = MainJob.run(stack::url, sample, TestStack.silence());
        }
    }

    static LongStream seeds() {
        return LongStream.range(SEED, SEED + ROUNDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theAnswersAreTheSameHoweverOftenServicesAreKilled(long seed) {
        try (LocalStack stack = TestStack.start()) {
            CountDownLatch ended = new CountDownLatch(1);
            CompletableFuture<List<String>> killing = CompletableFuture.supplyAsync(() -> kill(stack, seed, ended));

            Summary disturbed = runAndThen(ended::countDown, stack);

            List<String> killed = killing.join();
            System.out.printf("random kills, seed %d: %d killed, %s%n", seed, killed.size(), killed);
            assertThat(killed).hasSizeGreaterThanOrEqualTo(FEWEST_KILLED);
            assertThat(disturbed.checks()).allMatch(Summary.Check::holds);
            assertThat(comparable(disturbed)).isEqualTo(comparable(undisturbed));
        }
    }

    private static Summary runAndThen(Runnable end, LocalStack stack) {
        try {
            return MainJob.run(stack::url, sample, TestStack.silence());
        } finally {
            end.run();
        }
    }

    /**
     * Pauses grow with the time that a restart takes: on a machine that is slow in starting a service, the work is as slow.
     * And there is an end to it, since planning comes to none when it is always killed.
     */
    private static List<String> kill(LocalStack stack, long seed, CountDownLatch ended) {
        Random random = new Random(seed);
        List<String> killed = new ArrayList<>();
        long pause = SHORT_PAUSE.toNanos();
        try {
            while (killed.size() < MOST_KILLED && !ended.await(random.nextLong(pause), TimeUnit.NANOSECONDS)) {
                List<ServiceKind> victims = victims(random);
                long before = System.nanoTime();
                victims.forEach(stack::kill);
                victims.parallelStream().forEach(stack::restart);
                pause = Math.max(SHORT_PAUSE.toNanos(), (System.nanoTime() - before) / 2);
                victims.forEach(victim -> killed.add(victim.artifact()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return killed;
    }

    private static List<ServiceKind> victims(Random random) {
        List<ServiceKind> services = new ArrayList<>(List.of(ServiceKind.values()));
        Collections.shuffle(services, random);
        return services.subList(0, 1 + random.nextInt(MOST_AT_ONCE));
    }

    /** An import whose answer was lost is sent again, and may then find its own work done. */
    private static Map<String, String> comparable(Summary summary) {
        Map<String, String> facts = new TreeMap<>(summary.facts());
        facts.remove("register import");
        facts.remove("statistics import");
        return facts;
    }
}
