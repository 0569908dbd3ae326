package se.skolkvalitet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
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
    void noOwnerWorksOutByHisOwnFiguresWhatIsNotHis() {
        int workedOutBefore = 0;
        for (int i = 0; i < TABLES / 4; i++) {
            Table table = RandomTables.ofOwners(SEED + i, 12);
            BitSet unaware =
                    Suppressor.suppress(RandomTables.of(SEED + i, 12), TRIES).withheld();

            BitSet withheld = Suppressor.suppress(table, TRIES).withheld();

            for (BitSet own : table.cellsByOwner().values()) {
                List<Integer> hopeless = foundOutByOwner(table, table.notOpen(), own);
                assertThat(foundOutByOwner(table, withheld, own))
                        .as("table of seed %s", SEED + i)
                        .containsExactlyInAnyOrderElementsOf(hopeless);
                workedOutBefore += foundOutByOwner(table, unaware, own).size() - hopeless.size();
            }
        }
        // Otherwise nobody could have.
        assertThat(workedOutBefore).isPositive();
    }

    /** What was published is known, also where figures have changed since. */
    @Test
    void nobodyFindsOutByAnEarlierReleaseWhatIsPrimary() {
        int foundOutBefore = 0;
        for (int i = 0; i < TABLES / 4; i++) {
            Table now = RandomTables.later(SEED + i, 12);
            Table both = Hierarchies.secondRelease(SEED + i);
            BitSet unaware = Suppressor.suppress(now, TRIES).withheld();
            unaware.or(both.neverTold());
            unaware.and(both.notOpen());

            foundOutBefore += foundOutIn(both, unaware, SEED + i);
        }
        assertThat(foundOutBefore).isPositive();
    }

    /** How many more are found out of two tables where somebody was unaware of the one; none are where he is aware. */
    private static int foundOutIn(Table both, BitSet unaware, long seed) {
        BitSet withheld = Suppressor.suppress(both, TRIES).withheld();

        List<Integer> hopeless = Attacker.findsOut(both, both.notOpen());
        assertThat(Attacker.findsOut(both, withheld))
                .as("tables of seed %s", seed)
                .containsExactlyInAnyOrderElementsOf(hopeless);
        return Attacker.findsOut(both, unaware).size() - hopeless.size();
    }

    /** Each of two tables protected for itself tells of the other, with which it has totals in common. */
    @Test
    void nobodyFindsOutByALinkedTableWhatIsPrimary() {
        int foundOutBefore = 0;
        for (int i = 0; i < TABLES / 4; i++) {
            Table one = RandomTables.of(SEED + i, 12);
            Table linked = RandomTables.linked(SEED + i, 12);
            BitSet unaware = Suppressor.suppress(one, TRIES).withheld();
            unaware.or(linked.neverTold());

            foundOutBefore += foundOutIn(linked, unaware, SEED + i);
        }
        assertThat(foundOutBefore).isPositive();
    }

    @Test
    void whatIsWithheldIsHardlyMoreThanWhatHasToBe() {
        Hierarchies all = Hierarchies.of(SEED, TABLES / 10);

        assertThat(all.primaries()).isPositive();
        assertThat(all.exposed()).isZero();
        assertThat(all.small()).isPositive();
        assertThat(all.cost()).isBetween(all.cheapest(), all.cheapest() * 11 / 10);
    }

    private static List<Integer> foundOutByOwner(Table table, BitSet withheld, BitSet own) {
        BitSet unknown = (BitSet) withheld.clone();
        unknown.andNot(own);
        return Attacker.findsOut(table, unknown);
    }

    @Test
    void theSameTableGivesTheSameAnswer() {
        for (int i = 0; i < TABLES / 10; i++) {
            Table table = RandomTables.of(SEED + i, 12);

            assertThat(Suppressor.suppress(table, TRIES)).isEqualTo(Suppressor.suppress(table, TRIES));
        }
    }
}
