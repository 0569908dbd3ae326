package se.skolkvalitet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.certificate.Equation;

class WholeRowsTest {
    @Test
    void aCellIsAFractionOfAnother() {
        WholeRows rows = rows(2, 3, 5).orElseThrow();

        BigFraction first = rows.row(0).rate(0);
        assertThat(rows.row(1).rate(0).multiply(2)).isEqualTo(first);
        assertThat(rows.row(2).rate(0).multiply(3)).isEqualTo(first);
        assertThat(rows.row(3).rate(0).multiply(5)).isEqualTo(first);
        assertThat(rows.row(4).rate(0).multiply(30)).isEqualTo(first.multiply(31));
    }

    @Test
    void whatHasMoreDigitsThanThereIsRoomForIsNotKept() {
        assertThat(rows(9901, 9907, 9923, 9929, 9931, 9941, 9949, 9967, 9973)).isEmpty();
    }

    /** A cell, others of which it is so many times as much, and a total of these. */
    private static Optional<WholeRows> rows(int... times) {
        List<Cell> cells = new ArrayList<>(List.of(cell("first")));
        List<Equation> equations = new ArrayList<>();
        TreeMap<Integer, Long> total = new TreeMap<>();
        for (int i = 1; i <= times.length; i++) {
            cells.add(cell("part " + i));
            equations.add(new Equation("equation " + i, new TreeMap<>(Map.of(0, -1L, i, (long) times[i - 1]))));
            total.put(i, 1L);
        }
        cells.add(cell("total"));
        total.put(times.length + 1, -1L);
        equations.add(new Equation("total", total));
        Table table = new Table(cells, equations);
        return WholeRows.of(table, new Incidence(table), table.primaries());
    }

    private static Cell cell(String name) {
        return Cell.primary(name, BigDecimal.ZERO, Protection.LEAST);
    }
}
