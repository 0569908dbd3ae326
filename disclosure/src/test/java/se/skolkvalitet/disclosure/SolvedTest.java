package se.skolkvalitet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SolvedTest {
    private static final int TABLES = Integer.getInteger("disclosure.tables", 1000) / 5;
    private static final long SEED = Long.getLong("disclosure.seed", 1);

    @Test
    void tellsWhatWhoWorksItOutByHandFindsOut() {
        int told = 0;
        for (int i = 0; i < TABLES; i++) {
            Table table = RandomTables.of(SEED + i, 12);
            BitSet unknown = someOf(table, new Random(SEED + i));
            Solved solved = new Solved(new Incidence(table), unknown);

            assertThat(table.primaries().stream().filter(solved::tells).boxed())
                    .as("table of seed %s", SEED + i)
                    .containsExactlyInAnyOrderElementsOf(Attacker.findsOut(table, unknown));
            told += Attacker.findsOut(table, unknown).size();
        }
        assertThat(told).isPositive();
    }

    @Test
    void saysByWhichEquationsEachIsTold() {
        for (int i = 0; i < TABLES; i++) {
            Table table = RandomTables.of(SEED + i, 12);
            BitSet unknown = someOf(table, new Random(SEED + i));

            assertSaysByWhich(new Incidence(table), unknown, new Solved(new Incidence(table), unknown), SEED + i);
        }
    }

    /** A cell of those that were known at first, one after the other. */
    @Test
    void forgetsACellAsIfItHadNeverBeenKnown() {
        int toldNoMore = 0;
        for (int i = 0; i < TABLES; i++) {
            Table table = RandomTables.of(SEED + i, 12);
            Incidence incidence = new Incidence(table);
            Random random = new Random(SEED + i);
            BitSet unknown = someOf(table, random);
            Solved solved = new Solved(incidence, unknown);
            for (int forgotten = 0; forgotten < 5; forgotten++) {
                int cell = unknown.nextClearBit(random.nextInt(table.cells().size()));
                if (cell < table.cells().size()) {
                    BitSet toldBefore = toldBy(solved, unknown);
                    unknown.set(cell);
                    solved.forget(cell);

                    assertThat(toldBy(solved, unknown))
                            .as("table of seed %s", SEED + i)
                            .isEqualTo(toldBy(new Solved(incidence, unknown), unknown));
                    assertSaysByWhich(incidence, unknown, solved, SEED + i);
                    toldBefore.andNot(toldBy(solved, unknown));
                    toldNoMore += toldBefore.cardinality();
                }
            }
        }
        assertThat(toldNoMore).isPositive();
    }

    private static void assertSaysByWhich(Incidence incidence, BitSet unknown, Solved solved, long seed) {
        unknown.stream().forEach(cell -> {
            assertThat(solved.equationsThatTell(cell).isPresent())
                    .as("cell %s of the table of seed %s", cell, seed)
                    .isEqualTo(solved.tells(cell));
            solved.equationsThatTell(cell).ifPresent(factors -> assertThat(
                            incidence.sum(factors).at(unknown).size())
                    .isEqualTo(1));
            solved.equationsThatTell(cell)
                    .ifPresent(factors ->
                            assertThat(incidence.sum(factors).at(cell)).isEqualTo(1));
        });
    }

    private static BitSet toldBy(Solved solved, BitSet unknown) {
        BitSet told = new BitSet();
        unknown.stream().filter(solved::tells).forEach(told::set);
        return told;
    }

    /** Primary cells, and about as many others as are known. */
    private static BitSet someOf(Table table, Random random) {
        BitSet some = table.primaries();
        for (int cell = 0; cell < table.cells().size(); cell++) {
            if (random.nextInt(3) == 0) {
                some.set(cell);
            }
        }
        return some;
    }
}
