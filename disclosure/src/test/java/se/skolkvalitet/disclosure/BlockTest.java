package se.skolkvalitet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.certificate.Equation;

class BlockTest {
    private static final int TRIES = 300;

    @Test
    void tablesWithoutAnEquationInCommonAreProtectedEachForItself() {
        for (long seed = 1; seed < 40; seed++) {
            Table one = RandomTables.of(seed, 6);
            Table other = RandomTables.of(seed + 1000, 6);

            Suppression both = Suppressor.suppress(together(one, other), TRIES);

            assertThat(both.cost())
                    .as("tables of seed %s", seed)
                    .isEqualTo(Suppressor.suppress(one, TRIES).cost()
                            + Suppressor.suppress(other, TRIES).cost());
        }
    }

    @Test
    void whatEverybodyKnowsDoesNotLinkThePartsThatItIsIn() {
        Table table = new Table(
                List.of(
                        Cell.open("known", BigDecimal.TEN),
                        Cell.primary("a", BigDecimal.ONE, Protection.LEAST),
                        Cell.free("b", BigDecimal.valueOf(9), 1),
                        Cell.free("c", BigDecimal.valueOf(4), 1),
                        Cell.free("d", BigDecimal.valueOf(6), 1)),
                List.of(Equation.ofTotal("a, b", 0, List.of(1, 2)), Equation.ofTotal("c, d", 0, List.of(3, 4))));

        // Nothing has to be protected in the second of them.
        assertThat(Block.of(table)).singleElement().satisfies(block -> assertThat(block.cells())
                .containsExactly(0, 1, 2));
        assertThat(Suppressor.suppress(table, TRIES).withheld().stream()).containsExactly(1, 2);
    }

    /** There is nothing that it could be mistaken for. */
    @Test
    void aPrimaryCellInNoEquationIsWithheldAlone() {
        Table table = new Table(
                List.of(Cell.primary("a", BigDecimal.ONE, Protection.LEAST), Cell.free("b", BigDecimal.TEN, 1)),
                List.of());

        Suppression suppression = Suppressor.suppress(table, TRIES);

        assertThat(suppression.withheld().stream()).containsExactly(0);
    }

    private static Table together(Table one, Table other) {
        List<Cell> cells = new ArrayList<>(one.cells());
        cells.addAll(other.cells());
        List<Equation> equations = new ArrayList<>(one.equations());
        other.equations().forEach(equation -> {
            SortedMap<Integer, Long> moved = new TreeMap<>();
            equation.coefficients()
                    .forEach((cell, coefficient) -> moved.put(cell + one.cells().size(), coefficient));
            equations.add(new Equation("other " + equation.name(), moved));
        });
        return new Table(cells, equations);
    }
}
