package se.skolkvalitet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HittingSetTest {
    private static final int CHOICES = 300;
    private static final int PORTIONS = 4;
    private static final int CELLS = 11;
    private static final int STEPS = 500;

    @Test
    void findsTheCheapestChoiceThatHasOneOfEachSet() {
        assertThat(choicesThatAreDearer(1)).isZero();
    }

    /** It is no search of all choices: where cells cost different amounts, one in a hundred may be dearer. */
    @Test
    void hardlyEverMissesTheCheapestChoiceWhereCellsCostDifferentAmounts() {
        assertThat(choicesThatAreDearer(4)).isLessThan(CHOICES * PORTIONS / 100);
    }

    /** Sets come while it is improved, as they do when a table is protected. */
    private static int choicesThatAreDearer(long mostCost) {
        int dearer = 0;
        for (int seed = 0; seed < CHOICES; seed++) {
            Random random = new Random(seed);
            long[] costs = random.longs(CELLS, 1, mostCost + 1).toArray();
            HittingSet choice = new HittingSet(costs);
            List<BitSet> sets = new ArrayList<>();
            for (int portion = 0; portion < PORTIONS; portion++) {
                for (int i = random.nextInt(8); i >= 0; i--) {
                    sets.add(anySet(random));
                    choice.add(OneOf.of(sets.get(sets.size() - 1)));
                }
                choice.improve(STEPS);

                assertThat(sets).as("choice of seed %s", seed).allMatch(choice.best()::intersects);
                assertThat(choice.cost()).isEqualTo(costOf(choice.best(), costs));
                dearer += choice.cost() > cheapest(sets, costs) ? 1 : 0;
            }
        }
        return dearer;
    }

    @Test
    void takesNothingWhereThereIsNothingToHit() {
        HittingSet choice = new HittingSet(new long[] {1, 1});

        choice.improve(STEPS);

        assertThat(choice.best().isEmpty()).isTrue();
        assertThat(choice.cost()).isZero();
    }

    private static BitSet anySet(Random random) {
        BitSet cells = new BitSet();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            cells.set(random.nextInt(CELLS));
        }
        return cells;
    }

    private static long cheapest(List<BitSet> sets, long[] costs) {
        return IntStream.range(0, 1 << CELLS)
                .mapToObj(choice -> BitSet.valueOf(new long[] {choice}))
                .filter(choice -> sets.stream().allMatch(choice::intersects))
                .mapToLong(choice -> costOf(choice, costs))
                .min()
                .orElseThrow();
    }

    private static long costOf(BitSet choice, long[] costs) {
        return choice.stream().mapToLong(cell -> costs[cell]).sum();
    }
}
