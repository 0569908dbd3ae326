package se.skolkvalitet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.bench.Figures.Pair;

class ResultsPageTest {
    private static final String SIZE = "small";
    private static final Map<String, String> FACTS = Map.of("cores and memory", "2, 25 GB");
    private static final Results NOTHING_BEFORE = new Results("", Map.of());

    @Test
    void aRowHasBothFiguresAndTheirRatio() {
        String page = page(NOTHING_BEFORE, 8, 9, 10).markdown();

        assertThat(page)
                .contains(
                        "| Import | 9.00 s (8.00–10.0) | `COPY` | 1.00 s (1.00–1.00) | **9.00 (8.00–10.0)** | – | new |");
    }

    @Test
    void whatWasMeasuredTheGapAndTheMachineAreTold() {
        String page = page(NOTHING_BEFORE, 9).markdown();

        assertThat(page)
                .contains("**Import.** So many rows.")
                .contains("*What would close the gap:* Less work.")
                .contains("| cores and memory | 2, 25 GB |");
    }

    @Test
    void aRatioThatGrewByMoreThanItScattersIsWarnedOf() {
        Results before = page(NOTHING_BEFORE, 8.8, 9, 9.2).results();

        ResultsPage page = page(before, 10.8, 11, 11.2);

        assertThat(page.warnings()).singleElement().asString().contains("Import", "9.00", "11.0");
        assertThat(page.markdown())
                .contains("**Worse than in the last committed results", "| 9.00 (8.80–9.20) | **worse** |");
    }

    @Test
    void aRatioThatGrewByLessThanItScattersIsNotWarnedOf() {
        Results before = page(NOTHING_BEFORE, 8, 9, 11).results();

        ResultsPage page = page(before, 10.8, 11, 11.2);

        assertThat(page.warnings()).isEmpty();
        assertThat(page.markdown()).contains("| 9.00 (8.00–11.0) |  |");
    }

    @Test
    void aRatioThatFellByMoreThanItScattersIsCalledBetter() {
        Results before = page(NOTHING_BEFORE, 10.8, 11, 11.2).results();

        String page = page(before, 8.8, 9, 9.2).markdown();

        assertThat(page).contains("| 11.0 (10.8–11.2) | better |");
    }

    @Test
    void resultsOfDataOfAnotherSizeAreNotCompared() {
        Results before =
                new Results("large", page(NOTHING_BEFORE, 1, 1, 1).results().rows());

        ResultsPage page = page(before, 10.8, 11, 11.2);

        assertThat(page.warnings()).isEmpty();
        assertThat(page.markdown()).contains("| – | new |");
    }

    @Test
    void resultsSurviveBeingWrittenAndRead() {
        Results results = page(NOTHING_BEFORE, 8, 9, 10).results();

        Results read = Results.parse(results.json());

        assertThat(read).isEqualTo(results);
    }

    @Test
    void whatCouldNotBeMeasuredIsSaidWithTheReason() {
        ResultsPage page = new ResultsPage(
                List.of(),
                NOTHING_BEFORE,
                SIZE,
                FACTS,
                Map.of("reads", "missing: wrk; on Debian: apt-get install wrk"));

        String text = page.markdown();

        assertThat(text).contains("**Not measured: reads** (missing: wrk; on Debian: apt-get install wrk)");
    }

    @ParameterizedTest
    @CsvSource({"0.012345, 0.0123", "1, 1.00", "9.996, 10.0", "123.4, 123", "9999.6, '10,000'", "36123, '36,123'"})
    void numbersHaveThreeDigitsThatCount(double value, String text) {
        assertThat(ResultsPage.number(value)).isEqualTo(text);
    }

    private static ResultsPage page(Results before, double... seconds) {
        List<Pair> pairs =
                Arrays.stream(seconds).mapToObj(ours -> new Pair(ours, 1)).toList();
        Measurement row = new Measurement(
                "import", "Import", "`COPY`", Figures.of(Unit.SECONDS, pairs), "So many rows.", "Less work.");
        return new ResultsPage(List.of(row), before, SIZE, FACTS, Map.of());
    }
}
