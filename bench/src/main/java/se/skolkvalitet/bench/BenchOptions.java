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
 * @param figures about how many the CSV file of the row {@code national} has
 * @param counts about how many that of the row {@code protection} has
 */
record BenchOptions(Path root, int repetitions, List<String> rows, NationalSize size, int figures, int counts) {
    static final int USUAL_REPETITIONS = 4;
    static final int USUAL_FIGURES = 6_000_000;

    /** With their sums, some three million figures. */
    static final int USUAL_COUNTS = 1_600_000;

    BenchOptions {
        requirePositive("bench.repetitions", repetitions);
        requirePositive("bench.figures", figures);
        requirePositive("bench.counts", counts);
    }

    static BenchOptions fromSystemProperties() {
        return new BenchOptions(
                Path.of(System.getProperty("bench.root", "..")).toAbsolutePath().normalize(),
                number("bench.repetitions", USUAL_REPETITIONS),
                names(System.getProperty("bench.rows", "")),
                NationalSize.fromSystemProperties(),
                number("bench.figures", USUAL_FIGURES),
                number("bench.counts", USUAL_COUNTS));
    }

    boolean asksFor(Row row) {
        return rows.isEmpty() || rows.contains(row.name());
    }

    /** How much was made up; of runs on the same, ratios can be compared. */
    String sizeText() {
        String country = "a made-up country from seed %d, %d periods, %d measures"
                .formatted(size.seed(), size.periods(), size.measures());
        return figures == USUAL_FIGURES && counts == USUAL_COUNTS
                ? country
                : "%s, about %,d figures by sex and %,d counts".formatted(country, figures, counts);
    }

    /** Whether the results are the whole picture, to be kept. */
    boolean isWhole() {
        return rows.isEmpty();
    }

    private static int number(String property, int usual) {
        String text = System.getProperty(property, "");
        try {
            return text.isBlank() ? usual : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new BenchFailed("-D%s must be a whole number, not '%s'.".formatted(property, text));
        }
    }

    private static void requirePositive(String property, int value) {
        if (value < 1) {
            throw new BenchFailed("-D%s must be at least 1, not %d.".formatted(property, value));
        }
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
