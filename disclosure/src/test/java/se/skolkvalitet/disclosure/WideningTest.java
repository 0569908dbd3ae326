package se.skolkvalitet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class WideningTest {
    private static final int TABLES = Integer.getInteger("disclosure.tables", 1000) / 10;
    private static final long SEED = Long.getLong("disclosure.seed", 1);
    private static final int TRIES = 100;
    private static final int WIDTH = 4;

    @Test
    void aPrimaryCellIsAsWideAsItIsAskedUnlessNothingMakesItSo() {
        int asked = 0;
        int narrowBefore = 0;
        for (int i = 0; i < TABLES; i++) {
            Table table = RandomTables.of(SEED + i, 8, Protection.ofWidth(BigDecimal.valueOf(WIDTH)));
            BitSet plain =
                    Suppressor.suppress(RandomTables.of(SEED + i, 8), TRIES).withheld();

            BitSet withheld = Suppressor.suppress(table, TRIES).withheld();

            for (int primary : Attacker.primaries(table)) {
                double widest = Math.min(WIDTH, width(table, table.notOpen(), primary));
                asked += widest == WIDTH ? 1 : 0;
                narrowBefore += width(table, plain, primary) < widest - 1e-6 ? 1 : 0;
                assertThat(width(table, withheld, primary))
                        .as("cell %s of the table of seed %s", primary, SEED + i)
                        .isGreaterThanOrEqualTo(widest - 1e-6);
            }
        }
        assertThat(asked).isPositive();
        // Otherwise it was not widening that made them so.
        assertThat(narrowBefore).isPositive();
    }

    /** In whole numbers. */
    private static double width(Table table, BitSet withheld, int primary) {
        return Math.floor(LinearAttacker.end(table, withheld, primary, true) + 1e-6)
                - Math.ceil(LinearAttacker.end(table, withheld, primary, false) - 1e-6);
    }
}
