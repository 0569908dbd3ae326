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
        BenchOptions options = new BenchOptions(Path.of("."), 3, List.of(), SIZE);

        assertThat(options.asksFor(new EventsRow())).isTrue();
        assertThat(options.isWhole()).isTrue();
    }

    @Test
    void withNamesOnlyThoseAreAskedForAndTheResultsAreNotWhole() {
        BenchOptions options = new BenchOptions(Path.of("."), 3, List.of("events"), SIZE);

        assertThat(options.asksFor(new EventsRow())).isTrue();
        assertThat(options.asksFor(new StartRow())).isFalse();
        assertThat(options.isWhole()).isFalse();
    }

    @Test
    void noRepetitionsAreRefused() {
        assertThatThrownBy(() -> new BenchOptions(Path.of("."), 0, List.of(), SIZE))
                .isInstanceOf(BenchFailed.class)
                .hasMessageContaining("bench.repetitions");
    }
}
