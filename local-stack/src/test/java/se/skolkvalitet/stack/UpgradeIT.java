package se.skolkvalitet.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.skolkvalitet.stack.release.Answers;
import se.skolkvalitet.stack.release.ReleasedDatabases;
import se.skolkvalitet.stack.release.SampleOfRelease;

/** The packaged services, started on the databases that an earlier version left behind, as an operator's upgrade does. */
class UpgradeIT {
    /** Tables of the kit, the same everywhere, of which not every service has a use. */
    private static final Set<String> OF_ALL_SERVICES =
            Set.of("dead_letter", "inbox", "job", "job_progress", "line_fault", "upload", "upload_part");

    @TempDir
    static Path today;

    @BeforeAll
    static void recordToday() throws IOException, SQLException {
        SampleOfRelease.write(TestStack.projectRoot(), today, TestStack.silence());
    }

    static Stream<Arguments> releases() throws IOException {
        try (Stream<Path> folders = Files.list(TestStack.projectRoot().resolve("contracts/released"))) {
            return folders
                    .sorted()
                    .map(folder -> Arguments.of(folder.getFileName().toString(), folder.resolve("sample")))
                    .toList()
                    .stream();
        }
    }

    /** A migration that no row has gone through is one that has not been tried. */
    @Test
    void aReleaseLeavesRowsOfEveryTableBehind() throws IOException {
        Map<String, Boolean> filled = new TreeMap<>();
        for (ServiceKind service : ServiceKind.values()) {
            tables(SampleOfRelease.databaseOf(service, today)).forEach((table, hasRows) -> {
                String name = OF_ALL_SERVICES.contains(table) ? table : service.database() + "." + table;
                filled.merge(name, hasRows, Boolean::logicalOr);
            });
        }

        assertThat(filled).hasSizeGreaterThan(30).doesNotContainValue(false);
    }

    /** The tables of a dump, and whether they have rows. */
    private static Map<String, Boolean> tables(Path dump) throws IOException {
        Map<String, Boolean> tables = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(dump)), StandardCharsets.UTF_8))) {
            String table = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("copy ")) {
                    table = line.split(" ")[1];
                    tables.put(table, false);
                } else if (line.equals("\\.")) {
                    table = "";
                } else if (!table.isEmpty()) {
                    tables.put(table, true);
                }
            }
        }
        return tables;
    }

    /** A release made now can be upgraded from: what it writes down of itself is whole. */
    @Test
    @Tag("soak")
    void servicesOnTheDatabasesOfTodayAnswerAsToday(@TempDir Path data) throws IOException, SQLException {
        servicesOnTheDatabasesOfAnEarlierVersionAnswerAsItDid("today", today, data);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("releases")
    void servicesOnTheDatabasesOfAnEarlierVersionAnswerAsItDid(String version, Path sample, @TempDir Path data)
            throws IOException, SQLException {
        ReleasedDatabases.restore(TestStack.projectRoot(), sample, data);

        List<String> missing = new ArrayList<>();
        try (LocalStack stack = LocalStack.start(
                StackOptions.onFreePorts(TestStack.projectRoot(), Optional.empty())
                        .in(data),
                TestStack.silence())) {
            for (ServiceKind service : ServiceKind.values()) {
                missing.addAll(new Answers(stack.url(service)).missing(SampleOfRelease.answersOf(service, sample)));
            }
        }

        assertThat(missing).isEmpty();
    }
}
