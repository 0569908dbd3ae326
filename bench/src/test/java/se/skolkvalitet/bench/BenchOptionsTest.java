package se.skolkvalitet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.stack.national.NationalSize;

class BenchOptionsTest {
    private static final NationalSize SIZE = new NationalSize(1, 1, 1);

    @Test
    void withoutNamesEveryRowIsAskedForAndTheResultsAreWhole() {
        BenchOptions options = new BenchOptions(Path.of("."), 3, List.of(), SIZE, 1, 1);

        assertThat(options.asksFor(new EventsRow())).isTrue();
        assertThat(options.isWhole()).isTrue();
    }

    @Test
    void withNamesOnlyThoseAreAskedForAndTheResultsAreNotWhole() {
        BenchOptions options = new BenchOptions(Path.of("."), 3, List.of("events"), SIZE, 1, 1);

        assertThat(options.asksFor(new EventsRow())).isTrue();
        assertThat(options.asksFor(new StartRow())).isFalse();
        assertThat(options.isWhole()).isFalse();
    }

    @Test
    void whatIsMadeUpIsToldWithTheFiguresBySexAndTheCountsWhereTheyAreNotAsManyAsUsual() {
        String usual = new BenchOptions(
                        Path.of("."), 3, List.of(), SIZE, BenchOptions.USUAL_FIGURES, BenchOptions.USUAL_COUNTS)
                .sizeText();
        String fewer = new BenchOptions(Path.of("."), 3, List.of(), SIZE, 300_000, 140_000).sizeText();

        assertThat(fewer).isEqualTo(usual + ", about 300,000 figures by sex and 140,000 counts");
    }

    @Test
    void noFiguresAreRefused() {
        assertThatThrownBy(() -> new BenchOptions(Path.of("."), 3, List.of(), SIZE, 0, 1))
                .isInstanceOf(BenchFailed.class)
                .hasMessageContaining("bench.figures");
    }

    @Test
    void noRepetitionsAreRefused() {
        assertThatThrownBy(() -> new BenchOptions(Path.of("."), 0, List.of(), SIZE, 1, 1))
                .isInstanceOf(BenchFailed.class)
                .hasMessageContaining("bench.repetitions");
    }

    @Test
    void noCountsAreRefused() {
        assertThatThrownBy(() -> new BenchOptions(Path.of("."), 3, List.of(), SIZE, 1, 0))
                .isInstanceOf(BenchFailed.class)
                .hasMessageContaining("bench.counts");
    }
}
