package se.skolkvalitet.indicator.protection;

import jakarta.annotation.Nullable;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.Paged;

/**
 * What is withheld of a release so that nobody can find out few pupils, of figures that their sources do not publish.
 *
 * @param release its number
 * @param cells how many figures and sums of pupils there are in all tables, withheld or not
 * @param primary how many of them are withheld because they tell of few
 * @param secondary how many because they would tell what is withheld of others
 * @param told how many of the primary ones everybody can work out by figures that their source publishes
 * @param cost of the secondary ones
 * @param costAtLeast with less nobody could protect the primary ones
 * @param items one page of the tables
 * @param next cursor of the next page of tables, null on the last
 */
public record Disclosure(
        String release,
        long cells,
        long primary,
        long secondary,
        long told,
        long cost,
        long costAtLeast,
        List<WithheldByLevel> levels,
        List<WithheldTable> items,
        @Nullable String next)
        implements Paged {

    /**
     * @param all tables of the release
     * @param page of them
     */
    public static Disclosure of(String release, List<WithheldTable> all, Page<WithheldTable> page) {
        TreeMap<Level, WithheldByLevel> levels = new TreeMap<>();
        all.forEach(table -> table.levels().forEach(one -> levels.merge(one.level(), one, WithheldByLevel::plus)));
        return new Disclosure(
                release,
                sum(all, WithheldTable::cells),
                sum(all, WithheldTable::primary),
                sum(all, WithheldTable::secondary),
                sum(all, WithheldTable::told),
                sum(all, WithheldTable::cost),
                sum(all, WithheldTable::costAtLeast),
                List.copyOf(levels.values()),
                page.items(),
                page.next());
    }

    private static long sum(List<WithheldTable> tables, ToLongFunction<WithheldTable> of) {
        return tables.stream().mapToLong(of).sum();
    }
}
