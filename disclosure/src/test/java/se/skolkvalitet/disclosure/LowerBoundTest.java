package se.skolkvalitet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LowerBoundTest {
    private static final int TABLES = Integer.getInteger("disclosure.tables", 1000);
    private static final long SEED = Long.getLong("disclosure.seed", 1);
    private static final int TRIES = 300;
    private static final int ROUNDS = 30;

    /** It knows nothing of widths, for which more has to be withheld. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*_OF_WIDTH")
    void provesThatKnownTablesNeedWhatIsWithheldOfThem(KnownTables known) {
        Table table = known.table();

        assertThat(cost(table, known.fewest())).isEqualTo(known.fewest());
    }

    @Test
    void isWhatItsPricesProve() {
        for (int i = 0; i < TABLES; i++) {
            Table table = RandomTables.of(SEED + i, 12);

            long reached = Suppressor.suppress(table, TRIES).cost();
            for (Block block : Block.of(table)) {
                assertPriced(block.table(), new Bounding(block.table(), List.of()).bound(reached, ROUNDS), SEED + i);
            }
        }
    }

    private static void assertPriced(Table table, LowerBound bound, long seed) {
        Map<Integer, Long> charged = new HashMap<>();
        bound.prices().forEach(priced -> {
            assertThat(priced.getValue()).isPositive();
            assertThat(saysThatOneOfItsCellsHasToBeWithheld(table, priced.getKey()))
                    .isTrue();
            priced.getKey().free().stream().forEach(cell -> charged.merge(cell, priced.getValue(), Long::sum));
        });
        long proven = bound.prices().stream().mapToLong(Map.Entry::getValue).sum()
                - charged.values().stream()
                        .mapToLong(price -> Math.max(0, price - 1000))
                        .sum();
        assertThat(bound.cost()).as("table of seed %s", seed).isEqualTo((proven + 999) / 1000);
    }

    /** Of all parts of the table. */
    private static long cost(Table table, long reached) {
        return Block.of(table).stream()
                .mapToLong(block -> new Bounding(block.table(), List.of())
                        .bound(reached, ROUNDS)
                        .cost())
                .sum();
    }

    /** All of them together are no more than a thousandth dearer than what trying all choices finds. */
    @Test
    void liesNotAboveTheCheapestChoiceNorTheSearchFarAboveIt() {
        long found = 0;
        long cheapest = 0;
        int tried = 0;
        for (int i = 0; tried < TABLES / 5; i++) {
            Table table = RandomTables.of(SEED + i, 5);
            if (Cheapest.canBeFound(table)) {
                tried++;
                long least = Cheapest.cost(table);
                long reached = Suppressor.suppress(table, TRIES).cost();

                assertThat(cost(table, reached))
                        .as("table of seed %s", SEED + i)
                        .isLessThanOrEqualTo(least);
                assertThat(reached).as("table of seed %s", SEED + i).isGreaterThanOrEqualTo(least);
                found += reached;
                cheapest += least;
            }
        }
        assertThat(cheapest).isPositive();
        assertThat(found).isCloseTo(cheapest, withPercentage(0.1));
    }

    private static boolean saysThatOneOfItsCellsHasToBeWithheld(Table table, Derivation derivation) {
        Map<Integer, Long> sum = new HashMap<>();
        derivation.factors().forEach((equation, factor) -> table.equations()
                .get(equation)
                .coefficients()
                .forEach((cell, coefficient) -> sum.merge(cell, factor * coefficient, Long::sum)));
        sum.values().removeIf(coefficient -> coefficient == 0);
        boolean hasThePrimary = sum.remove(derivation.primary()) != null;
        return hasThePrimary
                && sum.keySet().stream()
                        .allMatch(cell -> switch (table.cells().get(cell).kind()) {
                            case OPEN -> true;
                            case FREE -> derivation.free().has(cell);
                            case PRIMARY, UNTOLD -> false;
                        });
    }
}
