package se.skolkvalitet.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program of the machine that the bench calls. */
enum Tool {
    NGINX("nginx", "-v"),
    WRK("wrk", "-v"),
    GIT("git", "--version");

    /** Where administrators' programs are, which the search path of others may not name. */
    private static final List<String> BESIDE_THE_PATH = List.of("/usr/sbin", "/usr/local/sbin");

    private final String command;
    private final String versionOption;

    Tool(String command, String versionOption) {
        this.command = command;
        this.versionOption = versionOption;
    }

    /** Says which of them are missing, and how to install them; empty where all are there. */
    static String missing(Tool... tools) {
        String names = Arrays.stream(tools)
                .filter(tool -> !tool.isThere())
                .map(tool -> tool.command)
                .collect(Collectors.joining(" "));
        return names.isEmpty() ? "" : "missing: %1$s; on Debian: apt-get install %1$s".formatted(names);
    }

    boolean isThere() {
        return places().anyMatch(Files::isExecutable);
    }

    String path() {
        return places().filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new BenchFailed(missing(this)))
                .toString();
    }

    /** The first line of what it says of itself. */
    String version() {
        return isThere()
                ? output(List.of(path(), versionOption))
                        .lines()
                        .findFirst()
                        .orElse("")
                        .strip()
                : "none";
    }

    /** What the command says, whatever its exit code. */
    static String output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            throw new BenchFailed("could not run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted", e);
        }
    }

    private Stream<Path> places() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), BESIDE_THE_PATH.stream())
                .map(folder -> Path.of(folder, command));
    }
}
