package se.skolkvalitet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DependenceTest {
    private static final int TABLES = Integer.getInteger("disclosure.tables", 1000) / 5;
    private static final long SEED = Long.getLong("disclosure.seed", 1);

    /** As if the equations were solved without what somebody knows. */
    @Test
    void tellsWhatFollowsFromCellsThatSomebodyKnows() {
        int told = 0;
        for (int i = 0; i < TABLES; i++) {
            Table table = RandomTables.of(SEED + i, 12);
            Random random = new Random(SEED + i);
            BitSet unknown = table.notOpen();
            BitSet known = someOf(unknown, random);
            Solved solved = new Solved(new Incidence(table), unknown);

            BitSet found = new BitSet();
            new Dependence(solved, unknown).toldBy(known, table.primaries()).forEach(found::set);

            BitSet expected = foundOut(table, without(unknown, known));
            expected.andNot(foundOut(table, unknown));
            assertThat(found).as("table of seed %s", SEED + i).isEqualTo(expected);
            told += found.cardinality();
        }
        assertThat(told).isPositive();
    }

    @Test
    void tellsWhatFollowsFromOneAfterOthersHaveBeenPublished() {
        int told = 0;
        for (int i = 0; i < TABLES; i++) {
            Table table = RandomTables.of(SEED + i, 12);
            Random random = new Random(SEED + i);
            BitSet unknown = table.notOpen();
            Dependence dependence = new Dependence(new Solved(new Incidence(table), unknown), unknown);
            List<Integer> order =
                    new ArrayList<>(someOf(unknown, random).stream().boxed().toList());
            Collections.shuffle(order, random);
            for (int cell : order) {
                BitSet one = new BitSet();
                one.set(cell);
                BitSet found = new BitSet();
                dependence.toldBy(one, table.primaries()).forEach(found::set);

                BitSet expected = foundOut(table, without(unknown, one));
                expected.andNot(foundOut(table, unknown));
                assertThat(found).as("table of seed %s", SEED + i).isEqualTo(expected);
                told += found.cardinality();
                dependence.publish(cell);
                unknown.clear(cell);
            }
        }
        assertThat(told).isPositive();
    }

    private static BitSet foundOut(Table table, BitSet unknown) {
        BitSet found = new BitSet();
        Attacker.findsOut(table, unknown).forEach(found::set);
        return found;
    }

    private static BitSet without(BitSet cells, BitSet some) {
        BitSet others = (BitSet) cells.clone();
        others.andNot(some);
        return others;
    }

    private static BitSet someOf(BitSet cells, Random random) {
        BitSet some = new BitSet();
        cells.stream().filter(cell -> random.nextInt(4) == 0).forEach(some::set);
        return some;
    }
}
