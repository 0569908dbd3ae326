package se.skolkvalitet.indicator.calculation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The cases of {@code cases.txt}, which begins with how it is read. */
final class WorkedCases {
    private static final String FILE = "cases.txt";
    private static final String TITLE = "# ";

    private WorkedCases() {}

    static Stream<WorkedCase> all() {
        return read(text()).stream();
    }

    /** What stands before the first title is for people. */
    static List<WorkedCase> read(String text) {
        List<WorkedCaseReader> cases = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith(TITLE)) {
                cases.add(new WorkedCaseReader(line.substring(TITLE.length())));
            } else if (!line.isBlank() && !cases.isEmpty()) {
                cases.get(cases.size() - 1).read(line);
            }
        }
        return cases.stream().map(WorkedCaseReader::workedCase).toList();
    }

    private static String text() {
        try (InputStream file = WorkedCases.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
