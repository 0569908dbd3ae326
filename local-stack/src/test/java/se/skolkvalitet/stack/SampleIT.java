package se.skolkvalitet.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.skolkvalitet.stack.mainjob.MainJob;
import se.skolkvalitet.stack.mainjob.Summary;
import se.skolkvalitet.stack.sample.Sample;

/** The main job on the made-up sample, against the packaged services, undisturbed and with a service killed in it. */
class SampleIT {
    @TempDir
    static Path sample;

    private static Summary undisturbed;
    private static Summary repeated;

    /**
     * Where a service is killed: in the step of the main job that is its main work, when the work comes to a table that
     * it writes to in its middle.
     */
    private record Middle(String step, String table) {}

    private static final Map<ServiceKind, Middle> MIDDLE = new EnumMap<>(Map.of(
            ServiceKind.FRAMEWORK, new Middle("publish edition 1", "outbox"),
            ServiceKind.REGIONAL_OFFICE, new Middle("import the register", "organiser"),
            ServiceKind.INDICATOR, new Middle("calculate", "calculated_area"),
            ServiceKind.DIALOGUE, new Middle("plan the round", "meeting")));

    @BeforeAll
    static void runUndisturbed() {
        Sample.write(sample, 2026);
        try (LocalStack stack = TestStack.start()) {
            undisturbed = MainJob.run(stack::url, sample, TestStack.silence());
            repeated = MainJob.run(stack::url, sample, TestStack.silence());
        }
    }

    @Test
    void whatComesOutAgreesWithWhatWentIn() {
        assertThat(undisturbed.checks()).isNotEmpty().allMatch(Summary.Check::holds);
    }

    @Test
    void aSecondRunOverTheSameDataChangesNothingAndSaysSo() {
        assertThat(repeated.checks()).allMatch(Summary.Check::holds);
        assertThat(repeated.facts().get("register import"))
                .isEqualTo("school units 0 new, 0 changed, 200 unchanged, organisers 0 new, 0 changed, 60 unchanged");
        assertThat(repeated.facts().get("statistics import")).startsWith("observations 0 new, 0 changed, ");
        assertThat(repeated.facts().get("release"))
                .isEqualTo(undisturbed.facts().get("release"));
        assertThat(repeated.facts().get("plan")).isEqualTo(undisturbed.facts().get("plan"));
    }

    @ParameterizedTest
    @EnumSource(ServiceKind.class)
    void aServiceThatIsKilledInTheMiddleOfItsWorkAndStartedAgainMakesNoDifference(ServiceKind victim) throws Exception {
        try (LocalStack stack = TestStack.start()) {
            AtomicReference<CompletableFuture<Void>> killing = new AtomicReference<>();

            Summary disturbed = MainJob.run(stack::url, sample, line -> {
                if (line.equals(MIDDLE.get(victim).step())) {
                    HeldTable held =
                            HeldTable.hold(stack, victim, MIDDLE.get(victim).table());
                    killing.set(CompletableFuture.runAsync(() -> killAt(held, stack, victim)));
                }
            });

            killing.get().join();
            assertThat(disturbed.checks()).allMatch(Summary.Check::holds);
            assertThat(comparable(disturbed)).isEqualTo(comparable(undisturbed));
        }
    }

    private static void killAt(HeldTable held, LocalStack stack, ServiceKind victim) {
        try (held) {
            held.awaitWork();
            stack.kill(victim);
        }
        stack.restart(victim);
    }

    /** An import whose answer was lost is sent again, and may then find its own work done. */
    private static Map<String, String> comparable(Summary summary) {
        Map<String, String> facts = new java.util.TreeMap<>(summary.facts());
        facts.remove("register import");
        facts.remove("statistics import");
        return facts;
    }
}
