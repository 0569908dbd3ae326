package se.skolkvalitet.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command does not understand or cannot do, it says in one line. */
class StackOptionsTest {
    @TempDir
    Path temporary;

    @AfterEach
    void forget() {
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("stack."))
                .forEach(System::clearProperty);
    }

    @ParameterizedTest
    @CsvSource({"'', 8081", "9000, 9000", "65532, 65532"})
    void theFourPortsFollowOnEachOther(String given, int first) {
        System.setProperty("stack.port", given);

        StackOptions options = StackOptions.fromSystemProperties();

        assertThat(options.ports().values()).containsExactly(first, first + 1, first + 2, first + 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "80.5", "-1", "0", "65533", "65534", "99999999999"})
    void aPortAfterWhichThereAreNoThreeOthersIsRefused(String port) {
        System.setProperty("stack.port", port);

        assertThatThrownBy(StackOptions::fromSystemProperties)
                .isInstanceOf(StackRefused.class)
                .hasMessage("-Dstack.port must be a whole number from 1 to 65532, not '%s'.", port);
    }

    @Test
    void aFolderForTheDataThatCannotBeMadeIsRefused() throws IOException {
        Path data = Files.createFile(temporary.resolve("file")).resolve("data");
        StackOptions options = packaged().in(data);

        assertThatThrownBy(options::check)
                .isInstanceOf(StackRefused.class)
                .hasMessage("%s, which -Dstack.data names, is no folder and cannot be made one.", data);
    }

    @Test
    void aFolderForTheDataIsMade() throws IOException {
        Path data = temporary.resolve("folder/data");

        packaged().in(data).check();

        assertThat(data).isDirectory();
    }

    @Test
    void aSourceThatIsNotThereIsRefusedForServicesThatRunAlready() {
        System.setProperty("stack.source", "/nonexistent");
        StackOptions options = StackOptions.fromSystemProperties();

        assertThatThrownBy(() -> Main.runAgainst(nowhere(), options, temporary.resolve("marker")))
                .isInstanceOf(StackRefused.class)
                .hasMessage("There is no readable school-units.ndjson in /nonexistent.");
    }

    @Test
    void aSourceAndWhatIsMadeUpExcludeEachOther() {
        System.setProperty("stack.source", temporary.toString());
        System.setProperty("stack.scale", "national");

        assertThatThrownBy(StackOptions::fromSystemProperties)
                .isInstanceOf(StackRefused.class)
                .hasMessage("-Dstack.source and -Dstack.scale=national exclude each other.");
    }

    /** Options of a stack that could start, were the four files programs. */
    private StackOptions packaged() throws IOException {
        StackOptions options = StackOptions.onFreePorts(temporary, Optional.empty());
        for (ServiceKind kind : ServiceKind.values()) {
            Files.createDirectories(options.jar(kind).getParent());
            Files.createFile(options.jar(kind));
        }
        return options;
    }

    private static ServiceUrls nowhere() {
        return new ServiceUrls(Arrays.stream(ServiceKind.values())
                .collect(Collectors.toMap(kind -> kind, kind -> "http://localhost:1")));
    }
}
