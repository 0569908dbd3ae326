package se.skolkvalitet.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    static List<Arguments> releases() throws IOException {
        try (Stream<Path> folders = Files.list(TestStack.projectRoot().resolve("contracts/released"))) {
            return folders.sorted()
                    .map(folder -> Arguments.of(folder.getFileName().toString(), folder.resolve("sample")))
                    .toList();
        }
    }

    /** A release made now can be upgraded from: what it writes down of itself is whole. */
    @Test
    @Tag("soak")
    void servicesOnTheDatabasesOfTodayAnswerAsToday(@TempDir Path today, @TempDir Path data)
            throws IOException, SQLException {
        SampleOfRelease.write(TestStack.projectRoot(), today, TestStack.silence());

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
