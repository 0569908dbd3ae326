package se.skolkvalitet.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The small reader of the contract that goes with the containers, held against a real reader of YAML. */
class DeployedTopicsTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));

    @Test
    void theContainersTopicsAreThoseThatTheContractDeclares() throws IOException, InterruptedException {
        List<String> declared = Topic.declared().stream()
                .map(topic -> "%s %d %s".formatted(topic.name(), topic.partitions(), topic.cleanupPolicy()))
                .toList();

        List<String> deployed = deployedTopics();

        assertThat(deployed).isNotEmpty().containsExactlyElementsOf(declared);
    }

    private static List<String> deployedTopics() throws IOException, InterruptedException {
        Process reader = new ProcessBuilder("awk", "-f", "deploy/topics/declared-topics", "contracts/asyncapi.yaml")
                .directory(ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reader.waitFor()).isZero();
        return output.lines().toList();
    }
}
