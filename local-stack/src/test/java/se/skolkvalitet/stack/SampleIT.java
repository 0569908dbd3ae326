package se.skolkvalitet.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.skolkvalitet.stack.mainjob.MainJob;
import se.skolkvalitet.stack.mainjob.Summary;
import se.skolkvalitet.stack.sample.Sample;

/** The main job on the made-up sample, against the packaged services, undisturbed and with every service killed in it. */
class SampleIT {
    @TempDir
    static Path sample;

    private static Summary undisturbed;
    private static Summary repeated;
    private static Map<ServiceKind, List<Integer>> crowd;

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
            crowd = Stream.of(ServiceKind.values())
                    .collect(Collectors.toMap(Function.identity(), service -> Crowd.statuses(stack, service)));
            repeated = MainJob.run(stack::url, sample, TestStack.silence());
        }
    }

    @Test
    void whatComesOutAgreesWithWhatWentIn() {
        assertThat(undisturbed.checks()).isNotEmpty().allMatch(Summary.Check::holds);
    }

    @Test
    void theRegisterHasAllUnitsOfTheCountry() {
        assertThat(undisturbed.facts()).containsEntry("counties that the register has whole", "21");
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

    @Test
    void aCrowdOfLargeBodiesIsRefusedAndEndsNoService() {
        assertThat(crowd)
                .allSatisfy((service, statuses) ->
                        assertThat(statuses).contains(400, 503).isSubsetOf(0, 400, 503));
        assertThat(repeated.checks()).allMatch(Summary.Check::holds);
    }

    @Test
    void servicesThatAreKilledInTheMiddleOfTheirWorkAndStartedAgainMakeNoDifference() {
        try (LocalStack stack = TestStack.start()) {
            Map<ServiceKind, CompletableFuture<Void>> killings = new EnumMap<>(ServiceKind.class);

            Summary disturbed =
                    MainJob.run(stack::url, sample, line -> victim(line).ifPresent(victim -> {
                        HeldTable held =
                                HeldTable.hold(stack, victim, MIDDLE.get(victim).table());
                        killings.put(victim, CompletableFuture.runAsync(() -> killAt(held, stack, victim)));
                    }));

            assertThat(killings).containsOnlyKeys(ServiceKind.values());
            killings.values().forEach(CompletableFuture::join);
            assertThat(disturbed.checks()).allMatch(Summary.Check::holds);
            assertThat(comparable(disturbed)).isEqualTo(comparable(undisturbed));
        }
    }

    /** Whose main work the step is that begins. */
    private static Optional<ServiceKind> victim(String line) {
        return MIDDLE.entrySet().stream()
                .filter(middle -> middle.getValue().step().equals(line))
                .map(Map.Entry::getKey)
                .findFirst();
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
