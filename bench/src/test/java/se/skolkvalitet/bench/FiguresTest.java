package se.skolkvalitet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.bench.Figures.Pair;

class FiguresTest {
    @Test
    void ofTimesTheRatioSaysHowManyTimesAsLongOursTakes() {
        Figures figures = Figures.of(Unit.SECONDS, List.of(new Pair(8, 2)));

        assertThat(figures.ratio().median()).isEqualTo(4);
    }

    @Test
    void ofRatesTheRatioSaysHowManyTimesAsMuchTheYardstickDoes() {
        Figures figures = Figures.of(Unit.PER_SECOND, List.of(new Pair(2, 8)));

        assertThat(figures.ratio().median()).isEqualTo(4);
    }

    @Test
    void theRatioIsOfEachPairAndNotOfTheMedians() {
        Figures figures = Figures.of(Unit.SECONDS, List.of(new Pair(2, 1), new Pair(20, 10), new Pair(30, 10)));

        assertThat(figures.ratio()).isEqualTo(new Spread(2, 2, 3));
        assertThat(figures.ours()).isEqualTo(new Spread(20, 2, 30));
        assertThat(figures.yardstick()).isEqualTo(new Spread(10, 1, 10));
    }
}
