package se.skolkvalitet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables of schools of many kinds, as many as {@code disclosure.tables} says, from the seed {@code disclosure.seed}. */
class SuppressorPropertyTest {
    private static final int TABLES = Integer.getInteger("disclosure.tables", 1000);
    private static final long SEED = Long.getLong("disclosure.seed", 1);
    private static final int TRIES = 300;

    @Test
    void nobodyFindsOutWhatIsPrimaryUnlessOpenFiguresTellIt() {
        for (int i = 0; i < TABLES; i++) {
            Table table = RandomTables.of(SEED + i, 12);

            Suppression suppression = Suppressor.suppress(table, TRIES);

            List<Integer> hopeless = Attacker.findsOut(table, table.notOpen());
            assertThat(Attacker.findsOut(table, suppression.withheld()))
                    .as("table of seed %s", SEED + i)
                    .containsExactlyInAnyOrderElementsOf(hopeless);
        }
    }

    @Test
    void theSameTableGivesTheSameAnswer() {
        for (int i = 0; i < TABLES / 10; i++) {
            Table table = RandomTables.of(SEED + i, 12);

            assertThat(Suppressor.suppress(table, TRIES)).isEqualTo(Suppressor.suppress(table, TRIES));
        }
    }
}
