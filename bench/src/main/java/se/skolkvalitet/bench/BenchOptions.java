package se.skolkvalitet.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import se.skolkvalitet.stack.national.NationalSize;

/**
 * How the bench runs.
 *
 * @param root of the project
 * @param repetitions that are counted; one more comes before them
 * @param rows names of those to be measured; empty for all
 */
record BenchOptions(Path root, int repetitions, List<String> rows, NationalSize size) {
    static final int USUAL_REPETITIONS = 4;

    BenchOptions {
        if (repetitions < 1) {
            throw new BenchFailed("-Dbench.repetitions must be at least 1, not %d.".formatted(repetitions));
        }
    }

    static BenchOptions fromSystemProperties() {
        String repetitions = System.getProperty("bench.repetitions", "");
        try {
            return new BenchOptions(
                    Path.of(System.getProperty("bench.root", ".."))
                            .toAbsolutePath()
                            .normalize(),
                    repetitions.isBlank() ? USUAL_REPETITIONS : Integer.parseInt(repetitions.strip()),
                    names(System.getProperty("bench.rows", "")),
                    NationalSize.fromSystemProperties());
        } catch (NumberFormatException e) {
            throw new BenchFailed("-Dbench.repetitions must be a whole number, not '%s'.".formatted(repetitions));
        }
    }

    boolean asksFor(Row row) {
        return rows.isEmpty() || rows.contains(row.name());
    }

    /** How much was made up; of runs on the same, ratios can be compared. */
    String sizeText() {
        return "a made-up country from seed %d, %d periods, %d measures"
                .formatted(size.seed(), size.periods(), size.measures());
    }

    /** Whether the results are the whole picture, to be kept. */
    boolean isWhole() {
        return rows.isEmpty();
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
