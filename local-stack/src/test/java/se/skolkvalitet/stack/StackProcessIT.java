package se.skolkvalitet.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.skolkvalitet.embedded.Ports;

/** The command itself, as a process, and that it leaves nothing behind. */
class StackProcessIT {
    private static final int SERVICES = ServiceKind.values().length;

    @TempDir
    Path temporary;

    @Test
    void aTakenPortIsRefusedInOneLine() throws IOException, InterruptedException {
        int first = fourFreePorts();
        try (ServerSocket taken = new ServerSocket(first + 1)) {
            Process stack = start(first, "true");

            assertThat(stack.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(stack.exitValue()).isEqualTo(1);
            assertThat(output())
                    .isEqualTo(
                            "Port %d, which indicator-service needs, is taken by another program; choose four others with -Dstack.port=…\n"
                                    .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void runsTheMainJobOnTheSampleAndTellsByItsExitCodeThatItWentWell() throws IOException, InterruptedException {
        Process stack = start(fourFreePorts(), "true");

        assertThat(stack.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(output()).contains("The main job went well.");
        assertThat(stack.exitValue()).isZero();
        assertNothingIsLeft();
    }

    @Test
    void aStackThatIsKilledLeavesNothingBehind() throws IOException {
        Process stack = start(fourFreePorts(), "false");
        awaitSaid("publish edition 1");
        List<ProcessHandle> processes = processes(stack);
        assertThat(processes).hasSizeGreaterThan(SERVICES);

        stack.destroyForcibly();

        await().atMost(Duration.ofSeconds(60)).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(this::assertNothingIsLeft);
    }

    @Test
    void aStackThatIsToldToStopLeavesNothingBehind() throws IOException {
        Process stack = start(fourFreePorts(), "false");
        awaitSaid("starting the four services");
        List<ProcessHandle> processes = processes(stack);

        stack.destroy();

        await().atMost(Duration.ofSeconds(60)).until(() -> !stack.isAlive());
        await().atMost(Duration.ofSeconds(60)).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(this::assertNothingIsLeft);
    }

    /** Those that the stack started, and PostgreSQL, which leaves its parents and is no descendant. */
    private List<ProcessHandle> processes(Process stack) throws IOException {
        try (Stream<Path> files = Files.walk(temporary, 4)) {
            Path pid = files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            long postgres = Long.parseLong(Files.readAllLines(pid).get(0).strip());
            return Stream.concat(stack.descendants(), ProcessHandle.of(postgres).stream())
                    .toList();
        }
    }

    private Process start(int firstPort, String exit) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-Dstack.root=" + TestStack.projectRoot(),
                        "-Dstack.port=" + firstPort,
                        "-Dstack.exit=" + exit,
                        "-Dstack.marker=" + temporary.resolve("marker"),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("output").toFile())
                .start();
    }

    private void awaitSaid(String line) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(output()).contains(line));
    }

    private String output() throws IOException {
        return Files.readString(temporary.resolve("output"));
    }

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.startsWith("skolkvalitet-stack"));
        }
    }

    private static int fourFreePorts() {
        return Stream.generate(Ports::free)
                .filter(first -> IntStream.range(0, SERVICES).allMatch(i -> Ports.isFree(first + i)))
                .findFirst()
                .orElseThrow();
    }
}
