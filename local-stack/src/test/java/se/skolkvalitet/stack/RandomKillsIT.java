package se.skolkvalitet.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
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

/** The main job on the sample while one service after the other is killed, whatever it is doing. */
@Tag("soak")
class RandomKillsIT {
    private static final long SEED = Long.getLong("soak.seed", 1);
    private static final int ROUNDS = Integer.getInteger("soak.rounds", 1);
    private static final int LEAST_MILLIS_BETWEEN = 500;
    private static final int MOST_MILLIS_BETWEEN = 6000;

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
            assertThat(killed).isNotEmpty();
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

    private static List<String> kill(LocalStack stack, long seed, CountDownLatch ended) {
        Random random = new Random(seed);
        List<String> killed = new ArrayList<>();
        try {
            while (!ended.await(random.nextInt(LEAST_MILLIS_BETWEEN, MOST_MILLIS_BETWEEN), TimeUnit.MILLISECONDS)) {
                ServiceKind victim = ServiceKind.values()[random.nextInt(ServiceKind.values().length)];
                stack.kill(victim);
                stack.restart(victim);
                killed.add(victim.artifact());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return killed;
    }

    /** An import whose answer was lost is sent again, and may then find its own work done. */
    private static Map<String, String> comparable(Summary summary) {
        Map<String, String> facts = new TreeMap<>(summary.facts());
        facts.remove("register import");
        facts.remove("statistics import");
        return facts;
    }
}
