package se.skolkvalitet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuppressorTest {
    private static final int TRIES = 2000;

    @ParameterizedTest
    @EnumSource
    void withholdsTheFewestCellsThatLeaveNoPrimaryCellToBeFoundOut(KnownTables known) {
        Table table = known.table();

        Suppression suppression = Suppressor.suppress(table, TRIES);

        assertThat(suppression.secondary(table).cardinality()).isEqualTo(known.fewest());
        assertThat(Attacker.findsOut(table, suppression.withheld())).isEmpty();
    }
}
