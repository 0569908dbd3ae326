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

    /** What the main job does while a service is killed. */
    private static final Map<ServiceKind, String> MOMENT = new EnumMap<>(Map.of(
            ServiceKind.FRAMEWORK, "publish edition 1",
            ServiceKind.REGIONAL_OFFICE, "import the register",
            ServiceKind.INDICATOR, "calculate",
            ServiceKind.DIALOGUE, "plan the round"));

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
    void aServiceThatIsKilledInTheMiddleAndStartedAgainMakesNoDifference(ServiceKind victim) {
        try (LocalStack stack = TestStack.start()) {
            AtomicReference<CompletableFuture<Void>> killing = new AtomicReference<>();
            Summary disturbed = MainJob.run(stack::url, sample, line -> {
                if (line.equals(MOMENT.get(victim))) {
                    killing.set(CompletableFuture.runAsync(() -> stack.killAndRestart(victim)));
                }
            });
            killing.get().join();

            assertThat(disturbed.checks()).allMatch(Summary.Check::holds);
            assertThat(comparable(disturbed)).isEqualTo(comparable(undisturbed));
        }
    }

    /** An import whose answer was lost is sent again, and may then find its own work done. */
    private static Map<String, String> comparable(Summary summary) {
        Map<String, String> facts = new java.util.TreeMap<>(summary.facts());
        facts.remove("register import");
        facts.remove("statistics import");
        return facts;
    }
}
