package se.skolkvalitet.stack.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Tries {@code deploy/release} in a clone; where the sources are no checkout, there is nothing to release. */
class ReleaseCommandTest {
    private static final Path ROOT =
            Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();

    @Test
    @EnabledIf("isCheckout")
    void theReleaseCommandRefusesWhatItShouldAndMakesWhatItSays(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output");
        ProcessBuilder check = new ProcessBuilder(
                        ROOT.resolve("deploy/release-check").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());

        int code = check.start().waitFor();

        assertThat(code).as(Files.readString(output)).isZero();
    }

    static boolean isCheckout() {
        return Files.exists(ROOT.resolve(".git"));
    }
}
