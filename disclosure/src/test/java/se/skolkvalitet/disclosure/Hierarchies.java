package se.skolkvalitet.disclosure;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Made-up tables of schools, protected and attacked by elimination; small ones are held against the cheapest of all choices.
 *
 * @param tables units that make organisers and municipalities, which cross; half of them by sex, a third with those who did not
 *     reach a goal. Of five, one is protected from organisers that know their own units, too, one from whoever has seen what was
 *     published of it before, and one is linked with another table
 * @param primaries that could be protected
 * @param exposed those of them that somebody finds out
 * @param small tables that are small enough to try all choices
 * @param cost of what is withheld for others in these
 * @param cheapest what it costs at the least
 */
public record Hierarchies(int tables, long primaries, long exposed, int small, long cost, long cheapest) {
    private static final int MOST_UNITS = 12;
    private static final int MOST_UNITS_OF_SMALL = 5;
    private static final int KINDS = 5;
    private static final int TRIES = 300;
    private static final Hierarchies NONE = new Hierarchies(0, 0, 0, 0, 0, 0);

    /** @param seed of the first; each has the next */
    public static Hierarchies of(long seed, int tables) {
        return IntStream.range(0, tables)
                .parallel()
                .mapToObj(i -> attacked(seed + i, i % KINDS).plus(compared(seed + i)))
                .reduce(NONE, Hierarchies::plus);
    }

    private static Hierarchies attacked(long seed, int kind) {
        Table table =
                switch (kind) {
                    case 0 -> RandomTables.ofOwners(seed, MOST_UNITS);
                    case 1 -> secondRelease(seed);
                    case 2 -> RandomTables.linked(seed, MOST_UNITS);
                    default -> RandomTables.of(seed, MOST_UNITS);
                };
        BitSet withheld = Suppressor.suppress(table, TRIES).withheld();
        long primaries = Attacker.primaries(table).size()
                - Attacker.findsOut(table, table.notOpen()).size();
        long exposed = exposed(table, withheld, new BitSet());
        for (BitSet own : table.cellsByOwner().values()) {
            exposed += exposed(table, withheld, own);
        }
        return new Hierarchies(1, primaries, exposed, 0, 0, 0);
    }

    static Table secondRelease(long seed) {
        Table first = RandomTables.of(seed, MOST_UNITS);
        return RandomTables.after(
                first, Suppressor.suppress(first, TRIES).withheld(), RandomTables.later(seed, MOST_UNITS));
    }

    /** Of those that could be kept from whoever knows some cells of his own. */
    private static int exposed(Table table, BitSet withheld, BitSet own) {
        Set<Integer> found = new HashSet<>(findsOut(table, withheld, own));
        findsOut(table, table.notOpen(), own).forEach(found::remove);
        return found.size();
    }

    private static List<Integer> findsOut(Table table, BitSet withheld, BitSet own) {
        BitSet unknown = (BitSet) withheld.clone();
        unknown.andNot(own);
        return Attacker.findsOut(table, unknown);
    }

    private static Hierarchies compared(long seed) {
        Table table = RandomTables.of(seed, MOST_UNITS_OF_SMALL);
        return Cheapest.canBeFound(table)
                ? new Hierarchies(0, 0, 0, 1, Suppressor.suppress(table, TRIES).cost(), Cheapest.cost(table))
                : NONE;
    }

    private Hierarchies plus(Hierarchies other) {
        return new Hierarchies(
                tables + other.tables,
                primaries + other.primaries,
                exposed + other.exposed,
                small + other.small,
                cost + other.cost,
                cheapest + other.cheapest);
    }
}
