package se.skolkvalitet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables of schools of many kinds, as many as {@code disclosure.tables} says, from the seed {@code disclosure.seed}. */
class SuppressorPropertyTest {
    private static final int TABLES = Integer.getInteger("disclosure.tables", 1000);
    private static final long SEED = Long.getLong("disclosure.seed", 1);
    private static final int MOVES = 300;

    @Test
    void nobodyFindsOutWhatIsPrimaryUnlessOpenFiguresTellIt() {
        for (int i = 0; i < TABLES; i++) {
            Table table = RandomTables.of(SEED + i, 12);

            Suppression suppression = Suppressor.suppress(table, MOVES);

            List<Integer> hopeless = Attacker.findsOut(table, notOpen(table));
            List<Integer> hidden = Attacker.primaries(table).stream()
                    .filter(cell -> !hopeless.contains(cell))
                    .toList();
            assertThat(Attacker.findsOut(table, suppression.withheld()))
                    .as("table of seed %s", SEED + i)
                    .containsExactlyInAnyOrderElementsOf(hopeless);
            assertThat(suppression.witnesses().keySet())
                    .as("table of seed %s", SEED + i)
                    .containsExactlyElementsOf(hidden);
        }
    }

    @Test
    void aWitnessChangesThePrimaryCellAndNothingThatIsPublished() {
        for (int i = 0; i < TABLES; i++) {
            Table table = RandomTables.of(SEED + i, 12);

            Suppression suppression = Suppressor.suppress(table, 0);

            suppression.witnesses().forEach((primary, witness) -> {
                assertThat(witness.change()).containsKey(primary);
                assertThat(witness.change().keySet()).allMatch(suppression.withheld()::get);
                assertThat(witness.change().values()).noneMatch(step -> step.signum() == 0);
                assertThat(table.equations()).allMatch(equation -> isKept(equation, witness.change()));
            });
        }
    }

    @Test
    void theSameTableGivesTheSameAnswer() {
        for (int i = 0; i < TABLES / 10; i++) {
            Table table = RandomTables.of(SEED + i, 12);

            assertThat(Suppressor.suppress(table, MOVES)).isEqualTo(Suppressor.suppress(table, MOVES));
        }
    }

    private static boolean isKept(Equation equation, Map<Integer, BigInteger> change) {
        return equation.coefficients().entrySet().stream()
                        .map(term -> change.getOrDefault(term.getKey(), BigInteger.ZERO)
                                .multiply(BigInteger.valueOf(term.getValue())))
                        .reduce(BigInteger.ZERO, BigInteger::add)
                        .signum()
                == 0;
    }

    private static BitSet notOpen(Table table) {
        BitSet cells = new BitSet();
        for (int cell = 0; cell < table.cells().size(); cell++) {
            cells.set(cell, table.cells().get(cell).kind() != Cell.Kind.OPEN);
        }
        return cells;
    }
}
