package se.skolkvalitet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the contracts of today against those of the last release, and the released ones against what they were. Where
 * the changelog tells of no release there is nothing to hold them against; where it does, nothing may be missing.
 */
class ReleasedContractsTest {
    private static final String SUMS = "SHA256SUMS";

    @Test
    void everyReleaseInTheChangelogHasItsContracts() {
        List<String> released = Releases.all().stream()
                .map(folder -> folder.getFileName().toString())
                .toList();

        assertThat(released).containsExactlyInAnyOrderElementsOf(Releases.told());
    }

    @TestFactory
    Stream<DynamicTest> whatWasReleasedIsAsItWas() {
        return Releases.all().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> assertThat(sumsOf(folder))
                        .isEqualTo(recordedSums(folder))));
    }

    @TestFactory
    Stream<DynamicTest> noApiBreaksWhoWasBuiltOnTheLastRelease() {
        return eachReleased("openapi", (older, newer) -> assertThat(ApiChanges.breaking(older, newer))
                .isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> eventsAreOnlyAddedTo() {
        return eachReleased("events", (older, newer) -> assertThat(SchemaChanges.breaking(older, newer))
                .isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> noTopicChangesForWhoFollowsIt() {
        return Releases.latest().stream()
                .map(release ->
                        compared(release.resolve("asyncapi.yaml"), "asyncapi.yaml", (older, newer) -> assertThat(
                                        TopicChanges.breaking(older, newer))
                                .isEmpty()));
    }

    /** Text of the last release, text of today. */
    private interface Comparison {
        void of(String older, String newer);
    }

    private static Stream<DynamicTest> eachReleased(String kind, Comparison comparison) {
        return Releases.latest().stream()
                .flatMap(release -> Releases.list(release.resolve(kind)).stream())
                .map(file -> compared(file, kind + "/" + file.getFileName(), comparison));
    }

    private static DynamicTest compared(Path file, String today, Comparison comparison) {
        return DynamicTest.dynamicTest(
                file.getFileName().toString(),
                () -> comparison.of(
                        Releases.read(file), Releases.read(Releases.today().resolve(today))));
    }

    private static List<String> recordedSums(Path folder) {
        return Releases.read(folder.resolve(SUMS)).lines().sorted().toList();
    }

    private static List<String> sumsOf(Path folder) throws IOException {
        TreeSet<String> sums = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.equals(SUMS)) {
                    sums.add(sha256(file) + "  " + name);
                }
            }
        }
        return List.copyOf(sums);
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
